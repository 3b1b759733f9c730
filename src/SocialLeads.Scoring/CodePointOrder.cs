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

    private const int BitsOfUnit = 17;
    private const int UnitsOfBeginning = 3;

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

    /// <summary>
    /// Numbers in the same order as texts, or equal: of what comes behind the beginning that all texts share, the first three
    /// characters. They lie together, and reading texts to compare them is mostly waiting for memory.
    /// </summary>
    public static ulong[] Beginnings(ReadOnlySpan<string> texts)
    {
        var shared = texts.IsEmpty ? 0 : texts[0].Length;
        foreach (var text in texts) shared = text.AsSpan().CommonPrefixLength(texts[0].AsSpan(0, shared));
        var beginnings = new ulong[texts.Length];
        for (var at = 0; at < texts.Length; at++) beginnings[at] = Beginning(texts[at].AsSpan(shared));
        return beginnings;
    }

    private static ulong Beginning(ReadOnlySpan<char> text)
    {
        var beginning = 0UL;
        // One more than its place, so that nothing comes before the character U+0000.
        for (var at = 0; at < UnitsOfBeginning; at++) beginning = beginning << BitsOfUnit | (at < text.Length ? (uint)Place(text[at]) + 1 : 0);
        return beginning;
    }

    /// <summary>The place of a code unit when surrogates, which only write what is beyond U+FFFF, come last.</summary>
    private static int Place(char unit) => unit switch
    {
        >= BehindSurrogates => unit - (BehindSurrogates - FirstSurrogate),
        >= FirstSurrogate => unit + (char.MaxValue + 1 - BehindSurrogates),
        _ => unit,
    };
}
