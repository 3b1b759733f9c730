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
    private readonly PackedMerge _merge;
    private readonly CellList _added = new();
    private readonly CellList _all = new();

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
        _merge = new(symbols, _writer);
    }

    /// <summary>The features with some activities added. Empty features are those of a member who did nothing.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Fold(ReadOnlySpan<byte> features, ReadOnlySpan<Activity> activities)
    {
        if (activities.IsEmpty) return features.ToArray();
        _added.Clear();
        var (first, newest) = (UtcDay.Max, 0);
        foreach (var activity in activities)
        {
            ActivityCells.Add(activity, _symbols, _added);
            first = Math.Min(first, activity.Day);
            newest = Math.Max(newest, activity.Day);
        }
        _added.SortAndMerge(_symbols);
        return Add(features, new(first, newest, 0));
    }

    /// <summary>The features of all activities of both.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Merge(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (right.IsEmpty) return left.ToArray();
        _added.Clear();
        return Add(left, PackedCells.Read(right, _symbols, _added));
    }

    private byte[] Add(ReadOnlySpan<byte> features, FeatureHeader added)
    {
        var header = FeatureHeader.Read(features) is { } own ? own.With(added) : added;
        var oldestKept = Math.Max(0, header.NewestDay - _retentionDays);
        _added.Undate(oldestKept, _symbols);
        // What was within the bounds still is, unless it has new counters.
        var newCounters = true;
        byte[] all;
        if (features.IsEmpty)
        {
            all = _writer.Write(header, _added.Span, _symbols);
        }
        else
        {
            newCounters = _merge.Run(features, header, oldestKept, _added.Span);
            all = _writer.ToArray();
        }
        return newCounters && BoundKeeper.MayBePassed(all) ? WithinBounds(all) : all;
    }

    private byte[] WithinBounds(byte[] features)
    {
        _all.Clear();
        var header = PackedCells.Read(features, _symbols, _all);
        var passed = _bounds.Apply(_all);
        return passed == 0 ? features : _writer.Write(header with { OverBound = header.OverBound | passed }, _all.Span, _symbols);
    }
}
