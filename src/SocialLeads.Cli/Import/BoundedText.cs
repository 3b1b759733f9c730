using System.Text;

namespace SocialLeads.Cli.Import;

/// <summary>Text that fits the wire: valid Unicode, at most so many bytes of UTF-8.</summary>
internal static class BoundedText
{
    /// <summary>The most the wire takes as an activity's text, in bytes of UTF-8.</summary>
    public const int MaxTextBytes = 16_384;

    /// <summary>
    /// The longest prefix of whole characters that fits. Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
    /// </summary>
    public static string Cut(string text, int maxBytes = MaxTextBytes)
    {
        if (text.Length * 3L <= maxBytes && !HasSurrogate(text))
            return text;

        var kept = new StringBuilder(Math.Min(text.Length, maxBytes));
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
                break;
            kept.Append(rune);
        }

        return kept.ToString();
    }

    private static bool HasSurrogate(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
}
