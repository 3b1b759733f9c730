using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Adds activities to members' packed features. The result depends on the set of activities alone, never on their order
/// or on how they were split into batches. Not safe for several threads at once: it keeps its buffers.
/// </summary>
public sealed class FeatureFold
{
    private readonly SymbolTable _symbols;
    private readonly int _retentionDays;
    private readonly ActivityCells _cells;
    private readonly WaitingCells _waiting;
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
    /// <param name="filters">The filters in force; none if not given.</param>
    public FeatureFold(
        SymbolTable symbols, int retentionDays = FeatureBounds.DefaultRetentionDays, FilterSet? filters = null)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentOutOfRangeException.ThrowIfLessThan(retentionDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retentionDays, FeatureBounds.MaxRetentionDays);
        _symbols = symbols;
        _retentionDays = retentionDays;
        _cells = new(symbols) { Filters = filters ?? FilterSet.Empty };
        _waiting = new(_cells);
        _bounds = new(symbols);
        _merge = new(symbols, _writer);
    }

    /// <summary>The filters in force: what is counted of the texts of activities that are added, or made to wait, from now on.</summary>
    public FilterSet Filters { get => _cells.Filters; set => _cells.Filters = value; }

    /// <summary>The features with some activities added. Empty features are those of a member who did nothing.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Fold(ReadOnlySpan<byte> features, ReadOnlySpan<Activity> activities)
    {
        if (activities.IsEmpty) return features.ToArray();
        _added.Clear();
        foreach (var activity in activities) _cells.AddTo(_added, activity);
        return AddNewCells(features);
    }

    /// <summary>
    /// The features with the matches of some filters added, and nothing else: for activities that were folded before those filters
    /// were in force. Each activity once for each filter, or it counts twice.
    /// </summary>
    /// <param name="features">The member's features, which hold the activities already.</param>
    /// <param name="activities">The activities, each with the filters that were not in force and that it matches.</param>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] FoldMatches(ReadOnlySpan<byte> features, params ReadOnlySpan<MatchedActivity> activities)
    {
        _added.Clear();
        foreach (var (activity, matches) in activities) _cells.AddMatches(_added, activity, matches);
        return _added.Count == 0 ? features.ToArray() : AddNewCells(features);
    }

    /// <summary>The features with the counts of some filters only.</summary>
    /// <param name="features">The member's features.</param>
    /// <param name="keeps">Whether the counts of a filter with a <see cref="TextFilter.SeriesFacet"/> stay.</param>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] KeepMatches(ReadOnlySpan<byte> features, Predicate<string> keeps)
    {
        ArgumentNullException.ThrowIfNull(keeps);
        if (features.IsEmpty) return [];
        _all.Clear();
        var header = PackedCells.Read(features, _symbols, _all);
        var kept = new CellList();
        foreach (ref readonly var cell in _all.Span)
        {
            if (PhraseFacet.FilterOf(_symbols[cell.Series]) is not { } filter || keeps(filter)) kept.Add(cell);
        }
        return kept.Count == _all.Count ? features.ToArray() : _writer.Write(header, kept.Span, _symbols);
    }

    /// <summary>How many cells wait to be folded: what waiting costs in memory, some 8 bytes each.</summary>
    public int WaitingCells => _waiting.Count;

    /// <summary>Has an activity wait, so that a member's activities can be folded together later.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="chain">The member's waiting activities, which this call takes over; 0 for none.</param>
    /// <returns>The member's waiting activities with this one: the number of this one, from 1 in the order in which they came.</returns>
    public long Wait(Activity activity, long chain) => _waiting.Add(activity, chain);

    /// <summary>Packs what an activity adds, for <see cref="Wait(PackedActivities, int, long)"/>.</summary>
    public void Pack(Activity activity, PackedActivities packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        _waiting.Pack(activity, packed);
    }

    /// <summary>
    /// Packs what activities add that come from senders, as far as a budget allows new series. What is beyond it is left out of the
    /// activities: folded at any time by anybody, they give the same features and no further series.
    /// </summary>
    /// <param name="activities">The activities; those that lose something are replaced.</param>
    /// <param name="packed">Takes what they add.</param>
    /// <param name="budget">What new series are charged to; of this fold's symbols.</param>
    public void Admit(Span<Activity> activities, PackedActivities packed, SymbolBudget budget)
    {
        ArgumentNullException.ThrowIfNull(packed);
        ArgumentNullException.ThrowIfNull(budget);
        _cells.Budget = budget;
        try
        {
            foreach (ref var activity in activities) activity = _waiting.Admit(activity, packed);
        }
        finally
        {
            _cells.Budget = null;
        }
    }

    /// <summary>Whether activities were packed under the filters that are in force now: they are of no use otherwise.</summary>
    public bool Fits(PackedActivities packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        return packed.Filters == Filters;
    }

    /// <summary>Has a packed activity wait.</summary>
    /// <param name="packed">Packed activities that fit.</param>
    /// <param name="place">The place of the activity among them.</param>
    /// <param name="chain">As of <see cref="Wait(Activity, long)"/>.</param>
    /// <returns>Likewise.</returns>
    public long Wait(PackedActivities packed, int place, long chain)
    {
        ArgumentNullException.ThrowIfNull(packed);
        return _waiting.Add(packed, place, chain);
    }

    /// <summary>
    /// Brings chains of waiting activities near that are folded next: folding each would wait for memory at every step. What it gives
    /// has no meaning.
    /// </summary>
    /// <param name="chains">The chains, which are overwritten.</param>
    public int TouchWaiting(Span<long> chains) => _waiting.Touch(chains);

    /// <summary>The features with a chain of waiting activities added.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] FoldWaiting(ReadOnlySpan<byte> features, long chain)
    {
        if (chain == 0) return features.ToArray();
        _added.Clear();
        _waiting.CopyTo(_added, chain);
        return AddNewCells(features);
    }

    /// <summary>Forgets the waiting activities up to a number, when no chain has one of them any more.</summary>
    public void ForgetWaiting(long number) => _waiting.Forget(number);

    /// <summary>Gives memory back that what waits did not need since the last call.</summary>
    public void ShrinkWaiting() => _waiting.Shrink();

    /// <summary>The features of all activities of both.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Merge(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (right.IsEmpty) return left.ToArray();
        _added.Clear();
        return Add(left, PackedCells.Read(right, _symbols, _added));
    }

    /// <summary>Features that another symbol table packed, in this fold's.</summary>
    /// <exception cref="InvalidDataException">The features are damaged, or of another table.</exception>
    public byte[] Adopt(ReadOnlySpan<byte> features, SymbolTable from)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (features.IsEmpty) return [];
        _all.Clear();
        var header = PackedCells.Read(features, from, _all);
        var (known, adopted) = (-1, -1);
        foreach (ref var cell in _all.Span)
        {
            if (cell.Series != known) (known, adopted) = (cell.Series, _symbols.Intern(from[cell.Series]));
            cell.Series = adopted;
        }

        _all.SortAndMerge(_symbols);
        return _writer.Write(header, _all.Span, _symbols);
    }

    private byte[] AddNewCells(ReadOnlySpan<byte> features)
    {
        _added.SortAndMerge(_symbols);
        var (first, newest, _) = FeatureHeader.WithoutActivity;
        foreach (ref readonly var cell in _added.Span)
        {
            if (cell.When == Cell.Remainder) continue;
            var day = Cell.DayOf(cell.When);
            (first, newest) = (Math.Min(first, day), Math.Max(newest, day));
        }
        return Add(features, new(first, newest, 0));
    }

    private byte[] Add(ReadOnlySpan<byte> features, FeatureHeader added)
    {
        var header = FeatureHeader.Read(features) is { } own ? own.With(added) : added;
        var oldestKept = Math.Max(0, header.NewestDay - _retentionDays);
        _added.Undate(oldestKept, _symbols);
        var newCounters = _merge.Run(features, header, oldestKept, _added.Span);
        var all = _writer.ToArray();
        // What was within the bounds still is, unless it has new counters.
        return BoundKeeper.MayBePassed(all, newCounters) ? WithinBounds(all) : all;
    }

    private byte[] WithinBounds(byte[] features)
    {
        if (!_bounds.IsAnyPassed(features)) return features;
        _all.Clear();
        var header = PackedCells.Read(features, _symbols, _all);
        var passed = _bounds.Apply(_all);
        return passed == 0 ? features : _writer.Write(header with { OverBound = header.OverBound | passed }, _all.Span, _symbols);
    }
}
