namespace SocialLeads.Scoring;

/// <summary>
/// The order of texts by their code points, which is the order of their UTF-8 bytes: what clients can repeat, whatever
/// their language has inside a string. The ordinal order of .NET is that of UTF-16, where the characters beyond U+FFFF
/// come before those from U+E000.
/// </summary>
public static class CodePointOrder
{
    private const char FirstSurrogate = '\ud800';
    private const char BehindSurrogates = '\ue000';

    /// <summary>Below 0, 0 or above it, as <paramref name="left"/> stands before, at or behind <paramref name="right"/>.</summary>
    public static int Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var common = left.AsSpan().CommonPrefixLength(right);
        return common < left.Length && common < right.Length
            ? Place(left[common]) - Place(right[common])
            : left.Length - right.Length;
    }

    /// <summary>The place of a code unit when surrogates, which only write what is beyond U+FFFF, come last.</summary>
    private static int Place(char unit) => unit switch
    {
        >= BehindSurrogates => unit - (BehindSurrogates - FirstSurrogate),
        >= FirstSurrogate => unit + (char.MaxValue + 1 - BehindSurrogates),
        _ => unit,
    };
}
