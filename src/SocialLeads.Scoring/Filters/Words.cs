using System.Globalization;
using System.Text;

namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Takes a text apart into words: letters and digits in a row. An apostrophe within a word is left out, so that "don't" is one word
/// however it is typed. Scripts that are written without spaces, and Korean, which joins particles to words, give a word for each character, so
/// that a phrase is found wherever its characters stand in a row.
/// </summary>
internal static class Words
{
    /// <summary>The words of a text in their order. One pass.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var word = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var alone = StandsAlone(c);
            if (!alone && (IsPart(c) || IsInnerApostrophe(text, i)))
            {
                if (word.Length == 0) start = i;
                if (IsPart(c)) LetterFolding.Append(word, c);
                continue;
            }
            if (word.Length > 0) words.Add(new(word.ToString(), start, i));
            word.Clear();
            if (alone) words.Add(new(c.ToString(), i, i + 1));
        }
        return words;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static bool IsInnerApostrophe(string text, int i) =>
        i > 0 && i + 1 < text.Length && text[i] is '\'' or '\u2019' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    /// <summary>Thai, Lao and Khmer letters; kana, Han and Hangul.</summary>
    private static bool StandsAlone(char c) => char.IsLetter(c)
        && c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
