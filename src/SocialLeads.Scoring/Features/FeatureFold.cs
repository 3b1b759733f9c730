using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Adds activities to members' packed features. The result depends on the set of activities alone, never on their order
/// or on how they were split into batches. Not safe for several threads at once: it keeps its buffers.
/// </summary>
public sealed class FeatureFold
{
    private readonly SymbolTable _symbols;
    private readonly int _retentionDays;
    private readonly BoundKeeper _bounds;
    private readonly PackedWriter _writer = new();
    private readonly CellList _left = new();
    private readonly CellList _right = new();
    private readonly CellList _merged = new();

    /// <summary>A fold that numbers series by a symbol table.</summary>
    /// <param name="symbols">The partition's symbols; new series are added to it.</param>
    /// <param name="retentionDays">
    /// How many days before the member's own newest day are kept singly: 1 to 4,000. What is older is kept undated. All
    /// features of a store must be folded with the same.
    /// </param>
    public FeatureFold(SymbolTable symbols, int retentionDays = FeatureBounds.DefaultRetentionDays)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentOutOfRangeException.ThrowIfLessThan(retentionDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retentionDays, FeatureBounds.MaxRetentionDays);
        _symbols = symbols;
        _retentionDays = retentionDays;
        _bounds = new(symbols);
    }

    /// <summary>The features with some activities added. Empty features are those of a member who did nothing.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Fold(ReadOnlySpan<byte> features, ReadOnlySpan<Activity> activities)
    {
        if (activities.IsEmpty) return features.ToArray();
        _right.Clear();
        var (first, newest) = (UtcDay.Max, 0);
        foreach (var activity in activities)
        {
            ActivityCells.Add(activity, _symbols, _right);
            first = Math.Min(first, activity.Day);
            newest = Math.Max(newest, activity.Day);
        }
        _right.SortAndMerge(_symbols);
        return Merge(ReadLeft(features), new(first, newest, 0));
    }

    /// <summary>The features of all activities of both.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Merge(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (right.IsEmpty) return left.ToArray();
        _right.Clear();
        var header = PackedCells.Read(right, _symbols, _right);
        return Merge(ReadLeft(left), header);
    }

    private FeatureHeader? ReadLeft(ReadOnlySpan<byte> features)
    {
        _left.Clear();
        return features.IsEmpty ? null : PackedCells.Read(features, _symbols, _left);
    }

    private byte[] Merge(FeatureHeader? left, FeatureHeader right)
    {
        var header = left is { } l ? l.With(right) : right;
        var oldestKept = Math.Max(0, header.NewestDay - _retentionDays);
        Undate(_left, oldestKept);
        Undate(_right, oldestKept);
        // What was within the bounds still is, unless it has new counters.
        if (MergeCells(_left.Span, _right.Span)) header = header with { OverBound = header.OverBound | _bounds.Apply(_merged) };
        return _writer.Write(header, _merged.Span, _symbols);
    }

    private void Undate(CellList cells, int oldestKept)
    {
        var lastKept = Cell.WhenOf(oldestKept);
        var any = false;
        foreach (ref var cell in cells.Span)
        {
            if (cell.When <= lastKept) continue;
            cell.Undate();
            any = true;
        }
        if (any) cells.SortAndMerge(_symbols);
    }

    /// <summary>Merges, and tells whether the right side has counters that the left has not.</summary>
    private bool MergeCells(ReadOnlySpan<Cell> left, ReadOnlySpan<Cell> right)
    {
        _merged.Clear();
        var newCounters = false;
        foreach (ref readonly var added in right)
        {
            // The right side is short as a rule: find its places, and copy what lies between.
            var place = PlaceOf(added, left);
            var isThere = place < left.Length && Cell.Compare(left[place], added) == 0;
            _merged.AddRange(left[..place]);
            if (isThere)
            {
                var both = left[place];
                both.Merge(added, _symbols.At(added.Series).Shape);
                _merged.Add(both);
                left = left[(place + 1)..];
                continue;
            }
            left = left[place..];
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
