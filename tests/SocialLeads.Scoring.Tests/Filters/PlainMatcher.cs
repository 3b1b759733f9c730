using System.Globalization;
using System.Text;
using SocialLeads.Scoring.Filters;

namespace SocialLeads.Scoring.Tests.Filters;

/// <summary>What a filter means, written down word by word and place by place, however long that takes.</summary>
internal static class PlainMatcher
{
    /// <summary>The evidence of a filter with these phrases, of which one of each list must be there; null if it does not match.</summary>
    public static IEnumerable<string>? Match(string[][] required, string[] none, string text)
    {
        var words = WordsOf(text);
        if (none.Any(phrase => Find(phrase, words) is not null)) return null;
        if (!required.All(phrases => phrases.Any(phrase => Find(phrase, words) is not null))) return null;
        return from phrase in required.SelectMany(phrases => phrases)
               let place = Find(phrase, words)
               where place is not null
               let start = words[place.Value.Start].Start
               let end = words[place.Value.End - 1].End
               orderby start, end
               select $"{phrase} {start} {text[start..end]}";
    }

    /// <summary>The words of a text with their places.</summary>
    public static List<(string Folded, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(string, int, int)>();
        var word = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var alone = StandsAlone(c);
            if (!alone && (IsPart(c) || IsInnerApostrophe(text, i)))
            {
                if (word.Length == 0) start = i;
                if (IsPart(c)) Append(word, c);
                continue;
            }

            if (word.Length > 0) words.Add((word.ToString(), start, i));
            word.Clear();
            if (alone) words.Add((c.ToString(), i, i + 1));
        }

        return words;
    }

    private static void Append(StringBuilder word, char c)
    {
        Span<char> letters = stackalloc char[LetterFolding.MostLetters];
        if (char.IsAscii(c)) word.Append(char.ToLowerInvariant(c));
        else word.Append(letters[..LetterFolding.Fold(c, letters)]);
    }

    private static (int Start, int End)? Find(string phrase, List<(string Folded, int Start, int End)> words)
    {
        var parts = Phrase.Read(phrase, out _)!.Parts;
        for (var place = 0; place < words.Count; place++)
        {
            if (IsRestAt(parts, words, place, 0, out var end)) return (place, end);
        }

        return null;
    }

    private static bool IsRestAt(PhrasePart[] parts, List<(string Folded, int Start, int End)> words, int place, int part, out int end)
    {
        end = place;
        if (part == parts.Length) return true;
        for (var between = 0; between <= (parts[part].AfterGap ? Phrase.MostBetween : 0); between++)
        {
            var at = place + between;
            if (at >= words.Count) return false;
            var (word, isPrefix) = parts[part].Word;
            var isIt = isPrefix ? words[at].Folded.StartsWith(word, StringComparison.Ordinal) : words[at].Folded == word;
            if (isIt && IsRestAt(parts, words, at + 1, part + 1, out end)) return true;
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static bool IsInnerApostrophe(string text, int i) =>
        i > 0 && i + 1 < text.Length && text[i] is '\'' or '\u2019' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    private static bool StandsAlone(char c) => char.IsLetter(c)
        && c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
