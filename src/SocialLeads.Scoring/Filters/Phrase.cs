namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Words that must stand in a row. A word that ends in <c>*</c> stands for all that begin so, and <c>...</c> for up to
/// <see cref="MostBetween"/> words of any kind.
/// </summary>
internal sealed class Phrase
{
    /// <summary>The most words that a gap stands for.</summary>
    public const int MostBetween = 8;

    /// <summary>The most gaps of a phrase: with two, a place in a text is looked at in at most 81 ways.</summary>
    public const int MostGaps = 2;

    private const string Gap = "...";

    private readonly Part[] _parts;

    private Phrase(string written, Part[] parts)
    {
        Written = written;
        _parts = parts;
    }

    /// <summary>The phrase as it was written.</summary>
    public string Written { get; }

    /// <summary>Its first word, folded; a beginning of one if <see cref="BeginsWithPrefix"/>.</summary>
    public string FirstWord => _parts[0].Folded;

    /// <summary>Whether its first word ends in <c>*</c>.</summary>
    public bool BeginsWithPrefix => _parts[0].IsPrefix;

    /// <summary>The same for all phrases that match the same.</summary>
    public string Canonical =>
        string.Join(' ', _parts.Select(static part => $"{(part.AfterGap ? Gap + " " : "")}{part.Folded}{(part.IsPrefix ? "*" : "")}"));

    /// <summary>Reads a phrase; null, with what is wrong with it, if it is none.</summary>
    public static Phrase? Read(string written, out string problem)
    {
        var parts = new List<Part>();
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
                parts.Add(new(words[i].Folded, i == words.Count - 1 && piece.EndsWith('*'), gap));
                gap = false;
            }
        }
        if (parts.Count == 0) problem = "has no word";
        else if (gap || parts[0].AfterGap) problem = "begins or ends with a gap";
        else if (gaps > MostGaps) problem = $"has more than {MostGaps} gaps";
        return problem.Length == 0 ? new(written, [.. parts]) : null;
    }

    /// <summary>Whether it stands at a place of a text, and the place behind its last word.</summary>
    public bool IsAt(List<Word> words, int place, out int end) => IsRestAt(words, place, 0, out end);

    private bool IsRestAt(List<Word> words, int place, int part, out int end)
    {
        end = place;
        // Each gap is left by a call of its own, so that the depth is at most that of the gaps.
        while (part < _parts.Length && Matches(words, place, part))
        {
            part++;
            place++;
            if (part < _parts.Length && _parts[part].AfterGap) return IsBehindGap(words, place, part, out end);
        }
        end = place;
        return part == _parts.Length;
    }

    private bool IsBehindGap(List<Word> words, int place, int part, out int end)
    {
        for (var between = 0; between <= MostBetween; between++)
        {
            if (IsRestAt(words, place + between, part, out end)) return true;
        }
        end = place;
        return false;
    }

    private bool Matches(List<Word> words, int place, int part)
    {
        if (place >= words.Count) return false;
        var word = words[place].Folded;
        return _parts[part].IsPrefix
            ? word.StartsWith(_parts[part].Folded, StringComparison.Ordinal)
            : word == _parts[part].Folded;
    }

    private readonly record struct Part(string Folded, bool IsPrefix, bool AfterGap);
}
