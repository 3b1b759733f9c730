using System.Collections.Frozen;
using System.Globalization;

namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Folds letters so that writings of one word meet: small letters for capitals, the base letter for one with accents, whether those
/// are part of the letter or combining marks, plain characters for full-width ones, two letters for a ligature. A table of its own:
/// the runtime's normalization depends on the platform's data, and what a filter matches is counted for good.
/// </summary>
internal static class LetterFolding
{
    /// <summary>A base letter and the letters that fold to it, Latin, Greek and Cyrillic.</summary>
    private static readonly string[] _bases =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓđ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖħ",
        "iìíîïĩīĭįǐȉȋḭḯỉịı",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽł",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšſșṡṣṥṧṩẛ",
        "tţťțṫṭṯṱẗŧ",
        "uùúûüũūŭůűųǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
        "αά",
        "εέ",
        "ηή",
        "ιΐίϊ",
        "οό",
        "σς",
        "υΰϋύ",
        "ωώ",
        "аӑӓ",
        "гѓ",
        "еѐёӗ",
        "жӂӝ",
        "зӟ",
        "ийѝӣӥ",
        "кќ",
        "оӧ",
        "уўӯӱӳ",
        "чӵ",
        "ыӹ",
        "эӭ",
        "ії",
        "ѵѷ",
        "әӛ",
        "өӫ",
    ];

    private static readonly FrozenDictionary<char, string> _folded = Table();

    /// <summary>The most letters that one character folds to.</summary>
    public const int MostLetters = 2;

    /// <summary>Writes what a character of a word folds to, and tells how many letters that are: none, one or two.</summary>
    public static int Fold(char c, Span<char> letters)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) return 0;
        // The full-width forms U+FF01 to U+FF5E stand in the order of ASCII.
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - 0xFEE0);
        c = char.ToLowerInvariant(c);
        if (_folded.TryGetValue(c, out var folded))
        {
            folded.CopyTo(letters);
            return folded.Length;
        }

        letters[0] = c;
        return 1;
    }

    private static FrozenDictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>
        {
            ['ß'] = "ss",
            ['æ'] = "ae",
            ['œ'] = "oe",
            ['þ'] = "th",
            ['ĳ'] = "ij",
            ['ﬁ'] = "fi",
            ['ﬂ'] = "fl",
        };
        foreach (var letters in _bases)
        {
            foreach (var letter in letters.AsSpan(1)) table.Add(letter, letters[..1]);
        }
        return table.ToFrozenDictionary();
    }
}
