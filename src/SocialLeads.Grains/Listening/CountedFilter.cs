using SocialLeads.Scoring.Filters;

namespace SocialLeads.Grains.Listening;

/// <summary>
/// Which part of a partition's log one filter is counted of: everything but the gaps, and nothing behind the position at which the
/// counting stopped, if it did. No position is ever counted twice.
/// </summary>
internal sealed class CountedFilter(string facet)
{
    private readonly List<LogRange> _gaps = [];

    /// <summary>See <see cref="TextFilter.SeriesFacet"/>.</summary>
    public string Facet => facet;

    /// <summary>What it looks for; null of a filter that no live model has.</summary>
    public TextFilter? Filter { get; set; }

    /// <summary>What is not counted yet, in order.</summary>
    public IReadOnlyList<LogRange> Gaps => _gaps;

    /// <summary>The last position that is counted; null while every further one is.</summary>
    public long? StoppedAt { get; private set; }

    /// <summary>The first UTC day of which everything that arrived is counted, gaps apart; null for everything that ever arrived.</summary>
    public int? FromDay { get; private set; }

    /// <summary>Positions that are not counted yet.</summary>
    public long Missing => _gaps.Sum(static gap => gap.Length);

    /// <summary>A filter that nothing is counted of yet: what the log has up to a position is a gap, everything behind it is counted.</summary>
    public static CountedFilter New(TextFilter filter, long position)
    {
        var counted = new CountedFilter(filter.SeriesFacet) { Filter = filter };
        counted.AddGap(0, position);
        return counted;
    }

    /// <summary>As it was saved.</summary>
    public static CountedFilter Restored(string facet, IEnumerable<LogRange> gaps, long? stoppedAt, int? fromDay)
    {
        var counted = new CountedFilter(facet) { StoppedAt = stoppedAt, FromDay = fromDay };
        counted._gaps.AddRange(gaps);
        return counted;
    }

    /// <summary>Counts no more behind a position. Its gaps stay.</summary>
    public void Stop(long position) => StoppedAt ??= position;

    /// <summary>Counts everything behind a position; what arrived since it stopped is a gap.</summary>
    public void GoOn(long position)
    {
        if (StoppedAt is not { } stoppedAt) return;
        AddGap(stoppedAt, position);
        StoppedAt = null;
    }

    /// <summary>Whether a position is counted.</summary>
    public bool IsCounted(long position) => !(position > StoppedAt) && !_gaps.Exists(gap => gap.Holds(position));

    /// <summary>Of some positions those that are in gaps are counted now.</summary>
    public void Fill(LogRange filled)
    {
        for (var i = _gaps.Count - 1; i >= 0; i--)
        {
            var gap = _gaps[i];
            if (filled.Through <= gap.After || filled.After >= gap.Through) continue;
            _gaps.RemoveAt(i);
            if (gap.Through > filled.Through) _gaps.Insert(i, new LogRange(filled.Through, gap.Through));
            if (gap.After < filled.After) _gaps.Insert(i, new LogRange(gap.After, filled.After));
        }
    }

    /// <summary>What arrived before a day, and was to be counted, is no longer in the log.</summary>
    public void BeginFrom(int day) => FromDay = Math.Max(FromDay ?? int.MinValue, day);

    private void AddGap(long after, long through)
    {
        if (through > after) _gaps.Add(new LogRange(after, through));
    }
}
