using System.Runtime.InteropServices;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// For signals that are limited by day: what no facet has, as the total less the facets, of each kind and day by itself.
/// </summary>
internal sealed class RestsByDay(SignalPlan[] plans)
{
    private readonly List<Part> _parts = [];

    public void Clear() => _parts.Clear();

    /// <summary>Adds the cells of the total, or of a facet.</summary>
    public void Add(in Feed feed, ReadOnlySpan<AgedCell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            if (feed.AgeWeights[cell.Age] == 0) continue;
            _parts.Add(new(feed.Signal, feed.Kind, cell.Age, feed.Slot, feed.Role == FeedRole.Total ? cell.Amount : -cell.Amount));
        }
    }

    /// <summary>Adds what was left over to the totals' slots, and the days that had anything that counts.</summary>
    public void Finish(Gathering gathering, SeriesFeeds feeds, Standing standing)
    {
        if (_parts.Count == 0) return;
        _parts.Sort();
        var parts = CollectionsMarshal.AsSpan(_parts);
        for (var start = 0; start < parts.Length;)
        {
            var end = start + 1;
            while (end < parts.Length && parts[end].SameDay(parts[start])) end++;
            FinishDay(parts[start..end], gathering, feeds, standing);
            start = end;
        }
    }

    private void FinishDay(ReadOnlySpan<Part> parts, Gathering gathering, SeriesFeeds feeds, Standing standing)
    {
        var plan = plans[parts[0].Signal];
        var (rest, restSlot) = (0L, -1);
        foreach (ref readonly var part in parts)
        {
            var slot = feeds.Slot(part.Slot);
            if (slot.IsTotal) restSlot = part.Slot;
            // Of e-mail domains only the member's own is a facet; the others stay in the rest.
            if (!slot.IsTotal && plan.IsEmailDomainRelation && slot.Facet != gathering.OwnDomain) continue;
            rest += part.Amount;
            if (!slot.IsTotal && plan.WeightOf(slot) != 0) standing.AddDay(part.Signal, part.Age);
        }
        if (rest <= 0 || restSlot < 0) return;
        gathering.AddSum(restSlot, (Int128)plan.WithinDay(rest) * plan.AgeWeights[parts[0].Age]);
        if (plan.RestWeight != 0) standing.AddDay(parts[0].Signal, parts[0].Age);
    }

    private readonly record struct Part(int Signal, int Kind, int Age, int Slot, long Amount) : IComparable<Part>
    {
        public bool SameDay(in Part other) => (Signal, Kind, Age) == (other.Signal, other.Kind, other.Age);

        public int CompareTo(Part other) => (Signal, Kind, Age).CompareTo((other.Signal, other.Kind, other.Age));
    }
}
