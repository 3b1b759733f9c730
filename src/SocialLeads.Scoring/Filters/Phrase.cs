namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Words that must stand in a row. A word that ends in <c>*</c> stands for all that begin so, and <c>...</c> for up to
/// <see cref="MostBetween"/> words of any kind.
/// </summary>
internal sealed class Phrase
{
    /// <summary>The most words that a gap stands for.</summary>
    public const int MostBetween = 8;

    /// <summary>The most gaps of a phrase: with two, an end behind a place in a text is looked for in at most 81 ways.</summary>
    public const int MostGaps = 2;

    private const string Gap = "...";

    private Phrase(string written, PhrasePart[] parts)
    {
        Written = written;
        Parts = parts;
        Canonical = string.Join(' ', parts.Select(static part => $"{(part.AfterGap ? Gap + " " : "")}{part.Word.Folded}{(part.Word.IsPrefix ? "*" : "")}"));
    }

    /// <summary>The phrase as it was written.</summary>
    public string Written { get; }

    /// <summary>Its words, one at least.</summary>
    public PhrasePart[] Parts { get; }

    /// <summary>The same for all phrases that match the same.</summary>
    public string Canonical { get; }

    /// <summary>Reads a phrase; null, with what is wrong with it, if it is none.</summary>
    public static Phrase? Read(string written, out string problem)
    {
        var parts = new List<PhrasePart>();
        var (gap, gaps) = (false, 0);
        problem = "";
        const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var piece in written.Replace("…", Gap, StringComparison.Ordinal).Split(' ', Trimmed))
        {
            if (piece == Gap)
            {
                gap = true;
                gaps++;
                continue;
            }
            var words = Words.Of(piece);
            for (var i = 0; i < words.Count; i++)
            {
                parts.Add(new(new(words[i], i == words.Count - 1 && piece.EndsWith('*')), gap));
                gap = false;
            }
        }
        if (parts.Count == 0) problem = "has no word";
        else if (gap || parts[0].AfterGap) problem = "begins or ends with a gap";
        else if (gaps > MostGaps) problem = $"has more than {MostGaps} gaps";
        return problem.Length == 0 ? new(written, [.. parts]) : null;
    }
}

/// <summary>A word of a phrase.</summary>
/// <param name="Word">What word stands there.</param>
/// <param name="AfterGap">Whether other words may come before it.</param>
internal readonly record struct PhrasePart(SoughtWord Word, bool AfterGap);

/// <summary>A word that is looked for.</summary>
/// <param name="Folded">The word as it is compared; see <see cref="LetterFolding"/>.</param>
/// <param name="IsPrefix">Whether words that only begin so will do.</param>
internal readonly record struct SoughtWord(string Folded, bool IsPrefix);
