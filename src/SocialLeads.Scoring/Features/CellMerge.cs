namespace SocialLeads.Scoring.Features;

/// <summary>Merges sorted cells of two sides. Keeps its buffer.</summary>
internal sealed class CellMerge
{
    private readonly CellList _merged = new();

    /// <summary>What the last merging gave, sorted.</summary>
    public ReadOnlySpan<Cell> Merged => _merged.Span;

    /// <summary>Merges the cells of one series, and tells whether the right side has counters that the left has not.</summary>
    public bool Run(CellShape shape, ReadOnlySpan<Cell> left, ReadOnlySpan<Cell> right)
    {
        _merged.Clear();
        var newCounters = false;
        foreach (ref readonly var added in right)
        {
            var place = PlaceOf(added, left);
            _merged.AddRange(left[..place]);
            left = left[place..];
            if (left.Length > 0 && Cell.Compare(left[0], added) == 0)
            {
                var both = left[0];
                both.Merge(added, shape);
                _merged.Add(both);
                left = left[1..];
                continue;
            }
            var merged = _merged.Span;
            newCounters |= !(merged.Length > 0 && Cell.SameCounter(merged[^1], added))
                && !(left.Length > 0 && Cell.SameCounter(left[0], added));
            _merged.Add(added);
        }
        _merged.AddRange(left);
        return newCounters;
    }

    /// <summary>How many cells of a sorted span come before a cell.</summary>
    private static int PlaceOf(in Cell cell, ReadOnlySpan<Cell> sorted)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Cell.Compare(sorted[middle], cell) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
