namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Bins of a column of categories: one for each level that was frequent enough, in ordinal order from bin 1, and a last
/// one for all other levels, those never seen included.
/// </summary>
public sealed class CategoryBins : ColumnBins
{
    private readonly string[] _levels;

    /// <summary>Bins of a column; the levels are put in ordinal order.</summary>
    public CategoryBins(string column, IEnumerable<string> levels)
        : base(column)
    {
        _levels = [.. levels.Order(StringComparer.Ordinal)];
        for (var i = 1; i < _levels.Length; i++)
        {
            if (string.Equals(_levels[i - 1], _levels[i], StringComparison.Ordinal))
                throw new ArgumentException($"Level '{_levels[i]}' of '{column}' is there twice.", nameof(levels));
        }
    }

    /// <summary>The levels with a bin of their own, in ordinal order.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public override int Count => _levels.Length + 2;

    /// <summary>The bin of all levels without one of their own.</summary>
    public int Other => Count - 1;

    /// <summary>The bin of a level; null is missing.</summary>
    public int BinOf(string? level)
    {
        if (level is null) return Missing;
        var at = Array.BinarySearch(_levels, level, StringComparer.Ordinal);
        return at >= 0 ? at + 1 : Other;
    }

    /// <inheritdoc/>
    public override ushort[] BinsOf(TableColumn column) => column is CategoryColumn categories
        ? [.. categories.Values.Select(level => (ushort)BinOf(level))]
        : throw WrongKind(column);

    /// <inheritdoc/>
    public override string Describe(int bin) =>
        bin == Missing ? "missing" : bin == Other ? "any other" : _levels[bin - 1];
}
