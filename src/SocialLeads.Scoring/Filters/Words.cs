using System.Buffers;
using System.Globalization;

namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Takes a text apart into words: letters and digits in a row. An apostrophe within a word is left out, so that "don't" is one word
/// however it is typed. Scripts that are written without spaces, and Korean, which joins particles to words, give a word for each character, so
/// that a phrase is found wherever its characters stand in a row.
/// </summary>
internal static class Words
{
    private static readonly char[] _ascii = [.. Enumerable.Range(0, 128).Select(static c => char.IsAsciiLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : '\0')];

    /// <summary>Hands the words of a text to a sink in their order. One pass, and nothing is allocated.</summary>
    public static void Read<TSink>(string text, ref TSink sink)
        where TSink : struct, IWordSink
    {
        var ascii = _ascii;
        // Negative outside a word.
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ascii.Length)
            {
                if (ascii[c] is var letter and not '\0')
                {
                    if (start < 0) start = i;
                    sink.Letter(letter);
                    continue;
                }

                if (start < 0 || IsInnerApostrophe(text, i)) continue;
            }
            else if (!StandsAlone(c))
            {
                if (IsPart(c))
                {
                    Fold(c, i, ref start, ref sink);
                    continue;
                }

                if (start < 0 || IsInnerApostrophe(text, i)) continue;
            }

            if (start >= 0) sink.End(start, i);
            start = -1;
            if (c < ascii.Length || !StandsAlone(c)) continue;
            sink.Letter(c);
            sink.End(i, i + 1);
        }

        if (start >= 0) sink.End(start, text.Length);
    }

    /// <summary>The words of a text, folded.</summary>
    public static List<string> Of(string text)
    {
        var sink = new Collecting();
        Read(text, ref sink);
        return sink.Words;
    }

    private static void Fold<TSink>(char c, int place, ref int start, ref TSink sink)
        where TSink : struct, IWordSink
    {
        Span<char> folded = stackalloc char[LetterFolding.MostLetters];
        var count = LetterFolding.Fold(c, folded);
        // A mark that no letter comes before begins no word.
        if (count > 0 && start < 0) start = place;
        foreach (var letter in folded[..count]) sink.Letter(letter);
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static bool IsInnerApostrophe(string text, int i) =>
        i > 0 && i + 1 < text.Length && text[i] is '\'' or '\u2019' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    /// <summary>Thai, Lao and Khmer letters; kana, Han and Hangul.</summary>
    private static bool StandsAlone(char c) => char.IsLetter(c)
        && c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    private struct Collecting() : IWordSink
    {
        private readonly ArrayBufferWriter<char> _word = new();

        public List<string> Words { get; } = [];

        public readonly void Letter(char folded) => _word.Write([folded]);

        public readonly void End(int start, int end)
        {
            Words.Add(_word.WrittenSpan.ToString());
            _word.ResetWrittenCount();
        }
    }
}
