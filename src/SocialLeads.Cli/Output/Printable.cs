using System.Globalization;
using System.Text;

namespace SocialLeads.Cli.Output;

/// <summary>
/// Text from elsewhere as it may stand on a terminal: what would move the cursor, change colours or turn the
/// direction of writing is shown as its code point.
/// </summary>
internal static class Printable
{
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsHarmful))
            return text;

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmful(rune))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else
                shown.Append(rune);
        }

        return shown.ToString();
    }

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
