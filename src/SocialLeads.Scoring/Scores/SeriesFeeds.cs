using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>For each series of a symbol table, the slots it goes into. Grows with the table.</summary>
internal sealed class SeriesFeeds(IReadOnlyList<SignalPlan> plans, SymbolTable symbols)
{
    private static readonly AgeWeights _undecayed = new(default);

    private readonly bool _needsOwnDomain = plans.Any(static plan => plan.IsEmailDomainRelation);
    private readonly List<(Feed[] Feeds, CellShape Shape)> _series = [];
    private readonly List<Slot> _slots = [];
    private readonly Dictionary<(int Signal, string Facet), int> _slotIds = [];

    public Slot Slot(int id) => _slots[id];

    public SignalPlan PlanOf(int slot) => plans[_slots[slot].Signal];

    /// <summary>The feeds of the series that a reader stands at.</summary>
    public ReadOnlySpan<Feed> Of(in PackedReader reader)
    {
        if (reader.Series >= _series.Count) Grow();
        if (reader.Series >= _series.Count) reader.Throw("has a series that the symbol table does not have");
        var (feeds, shape) = _series[reader.Series];
        if (shape != reader.Shape) reader.Throw("has a series of another shape than its symbol");
        return feeds;
    }

    private void Grow()
    {
        for (var id = _series.Count; id < symbols.Count; id++)
        {
            var symbol = symbols.At(id);
            _series.Add((FeedsOf(symbol.Key), symbol.Shape));
        }
    }

    private Feed[] FeedsOf(SeriesKey key)
    {
        var feeds = new List<Feed>();
        for (var signal = 0; signal < plans.Count; signal++)
        {
            var plan = plans[signal];
            if (plan.Take(key) is not var (role, facet)) continue;
            var slot = SlotOf(signal, facet, plan.Signal.FacetWeights.Thousandths(facet), role == FeedRole.Total);
            feeds.Add(new(role, slot, plan.AgeWeights));
        }
        var tellsOwnDomain = key is { Dimension: Dimension.EmailDomain, Metric: Metric.Count }
            && ActivityKinds.TellsOwnEmailDomain(key.Kind);
        if (_needsOwnDomain && tellsOwnDomain) feeds.Add(new(FeedRole.OwnDomain, SlotOf(-1, key.Facet, 0, false), _undecayed));
        return [.. feeds];
    }

    private int SlotOf(int signal, string facet, long facetWeight, bool isTotal)
    {
        if (_slotIds.TryGetValue((signal, facet), out var id)) return id;
        id = _slots.Count;
        _slots.Add(new(signal, facet, facetWeight, isTotal));
        _slotIds.Add((signal, facet), id);
        return id;
    }
}
