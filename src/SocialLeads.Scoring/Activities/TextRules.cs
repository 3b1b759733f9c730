using System.Text;

namespace SocialLeads.Scoring.Activities;

/// <summary>What a text field may hold. Lengths are in bytes of UTF-8.</summary>
internal static class TextRules
{
    /// <summary>What is wrong with a text that must be of some length and clean; null if nothing.</summary>
    public static string? Problem(string text, int minBytes, int maxBytes)
    {
        if (text.Length < minBytes) return "is required";
        // Printable ASCII is by far the most common, and then a char is a byte.
        var printableAscii = !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
        if (!printableAscii && Damage(text) is { } damage) return damage;
        return (printableAscii ? text.Length : Encoding.UTF8.GetByteCount(text)) > maxBytes ? TooLong(maxBytes) : null;
    }

    public static bool IsLongerThan(string text, int maxBytes) =>
        text.Length > maxBytes || (text.Length * 3 > maxBytes && Encoding.UTF8.GetByteCount(text) > maxBytes);

    public static string TooLong(int maxBytes) => $"is longer than {maxBytes:N0} bytes of UTF-8";

    /// <summary>Whether a text is a lower_snake_case name, [a-z][a-z0-9_]*.</summary>
    public static bool IsSnakeName(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0])) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        }
        return true;
    }

    private static string? Damage(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) return $"holds the control character U+{rune.Value:X4}";
            // Decoders put it in the place of bytes that are not UTF-8; an unpaired surrogate is read as it too.
            if (rune == Rune.ReplacementChar) return "holds U+FFFD, the mark of damaged UTF-8";
        }
        return null;
    }
}
