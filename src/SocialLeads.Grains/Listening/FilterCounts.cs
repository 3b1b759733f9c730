using SocialLeads.Scoring.Filters;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Listening;

/// <summary>
/// What a partition counts of texts: the filters of live models, and which part of the log each is counted of in the members'
/// features. A filter that is new is counted from the next activity on, and what the log has before is its gap, which a
/// <see cref="FilterRefold"/> fills. Of a filter that no live model has, nothing more is counted; what was counted stays, and is gone on
/// with when a model has the filter again. A checkpoint saves it with the features, of the same moment, so that whatever is
/// killed when, the two agree.
/// </summary>
internal sealed class FilterCounts
{
    private readonly SortedDictionary<string, CountedFilter> _filters = new(StringComparer.Ordinal);
    private FilterSet _at = FilterSet.Empty;

    /// <summary>The filters that activities are matched with when they are folded.</summary>
    public FilterSet Live { get; private set; } = FilterSet.Empty;

    /// <summary>Whether anything changed since it was saved.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether any filter was ever counted.</summary>
    public bool Any => _filters.Count > 0;

    /// <summary>Takes over what a checkpoint saved; nothing if that is damaged. Of a filter that is no longer wanted nothing behind it is counted.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="wanted">The filters of live models.</param>
    /// <param name="position">The checkpoint's position.</param>
    public void Restore(SavedFilterCounts saved, FilterSet wanted, long position)
    {
        if (saved.Damaged) return;
        foreach (var one in FilterCountsCodec.Decode(saved)) _filters.Add(one.Facet, one);
        Define(wanted);
        foreach (var one in _filters.Values)
        {
            if (one.StoppedAt is not null || one.Filter is not null) continue;
            one.Stop(position);
            IsChanged = true;
        }

        FindLive();
    }

    /// <summary>Whether the features hold counts of a filter that are as is said here.</summary>
    public bool Knows(string facet) => _filters.ContainsKey(facet);

    /// <summary>Counts exactly these filters from now on.</summary>
    /// <param name="wanted">The filters of live models.</param>
    /// <param name="position">The position up to which everything is folded.</param>
    public void Want(FilterSet wanted, long position)
    {
        if (wanted.Filters.Select(static one => one.SeriesFacet).SequenceEqual(Live.Filters.Select(static one => one.SeriesFacet), StringComparer.Ordinal)) return;
        foreach (var one in _filters.Values.Where(one => wanted.Filters.All(filter => filter.SeriesFacet != one.Facet))) one.Stop(position);
        Define(wanted);
        foreach (var filter in wanted.Filters)
        {
            if (_filters.TryGetValue(filter.SeriesFacet, out var known)) known.GoOn(position);
            else _filters.Add(filter.SeriesFacet, CountedFilter.New(filter, position));
        }

        IsChanged = true;
        FindLive();
    }

    /// <summary>The filters that a position of the log is counted of.</summary>
    public FilterSet At(long position)
    {
        var filters = _filters.Values.Where(one => one.Filter is not null && one.IsCounted(position)).Select(one => one.Filter!).ToList();
        // They are the same for most of the log, and to make a set takes time.
        return _at = filters.SequenceEqual(_at.Filters) ? _at : filters.SequenceEqual(Live.Filters) ? Live : FilterSet.Of(filters);
    }

    /// <summary>The first part of the log that some live filters are not counted of, and those filters; null when there is none.</summary>
    public FilterGap? NextGap()
    {
        var open = _filters.Values.Where(static one => one is { StoppedAt: null, Gaps.Count: > 0 }).ToList();
        if (open.Count == 0) return null;
        var after = open.Min(static one => one.Gaps[0].After);
        var first = open.Where(one => one.Gaps[0].After == after).ToList();
        // As far as it is a gap of the same filters.
        var through = Math.Min(
            first.Min(static one => one.Gaps[0].Through),
            open.Where(one => one.Gaps[0].After > after).Select(static one => one.Gaps[0].After).DefaultIfEmpty(long.MaxValue).Min());
        return new FilterGap(new LogRange(after, through), FilterSet.Of(first.Select(static one => one.Filter!)));
    }

    /// <summary>A part of a gap is counted now.</summary>
    /// <param name="filters">The gap's filters.</param>
    /// <param name="filled">The part.</param>
    /// <param name="fromDay">The first day of which everything that arrived was still in the log; null if nothing was gone.</param>
    public void Fill(FilterSet filters, LogRange filled, int? fromDay)
    {
        foreach (var filter in filters.Filters)
        {
            var one = _filters[filter.SeriesFacet];
            one.Fill(filled);
            if (fromDay is { } day) one.BeginFrom(day);
        }

        IsChanged = true;
    }

    /// <summary>How far some filters are counted.</summary>
    /// <param name="facets">Their <see cref="TextFilter.SeriesFacet"/>s.</param>
    /// <param name="position">The position up to which everything is folded.</param>
    public FilterProgress Progress(IEnumerable<string> facets, long position)
    {
        var known = facets.Select(facet => _filters.GetValueOrDefault(facet)).ToList();
        if (known.Count == 0) return new FilterProgress(position, position, null);
        if (known.Exists(static one => one is not { StoppedAt: null })) return new FilterProgress(0, position, null) { IsCounted = false };
        return new FilterProgress(position - known.Max(static one => one!.Missing), position, known.Max(static one => one!.FromDay));
    }

    /// <summary>What a checkpoint has to save, of now; null when nothing changed.</summary>
    public SavedFilterCounts? TakeChanged()
    {
        if (!IsChanged) return null;
        IsChanged = false;
        return FilterCountsCodec.Encode(_filters.Values);
    }

    private void Define(FilterSet wanted)
    {
        foreach (var filter in wanted.Filters)
        {
            if (_filters.TryGetValue(filter.SeriesFacet, out var known)) known.Filter = filter;
        }
    }

    private void FindLive() => Live = FilterSet.Of(_filters.Values.Where(static one => one.StoppedAt is null).Select(static one => one.Filter!));
}

/// <summary>A part of the log that some filters are not counted of.</summary>
internal sealed record FilterGap(LogRange Range, FilterSet Filters);
