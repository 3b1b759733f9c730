using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>For each series of a symbol table, the slots it goes into. Grows with the table.</summary>
internal sealed class SeriesFeeds(SignalPlan[] plans, SymbolTable symbols, bool tellsOwnDomain)
{
    private static readonly AgeWeights _undecayed = new(default);

    private readonly bool _needsOwnDomain = tellsOwnDomain || plans.Any(static plan => plan.IsEmailDomainRelation);
    private readonly List<Slot> _slots = [];
    private readonly Dictionary<(int Signal, string Facet), int> _slotIds = [];
    private FedSeries[] _series = [];
    // Asked of every series of every member, and so small that a processor's nearest cache holds it.
    private SeriesLook[] _looks = [];
    private PlainFeed[] _plain = [];
    private int _count;

    public Slot Slot(int id) => _slots[id];

    public SignalPlan PlanOf(int slot) => plans[_slots[slot].Signal];

    /// <summary>How the model looks at the series that a reader stands at.</summary>
    public SeriesLook LookAt(in PackedReader reader)
    {
        if (reader.Series >= _count) Grow();
        if (reader.Series >= _count) reader.Throw("has a series that the symbol table does not have");
        var look = _looks[reader.Series];
        if (look.Shape != reader.Shape) reader.Throw("has a series of another shape than its symbol");
        return look;
    }

    /// <summary>The feed of a series that was looked at and is plain.</summary>
    public ref readonly PlainFeed PlainOf(int series) => ref _plain[series];

    /// <summary>The feeds of a series that was looked at.</summary>
    public ref readonly FedSeries Of(int series) => ref _series[series];

    private void Grow()
    {
        var count = symbols.Count;
        if (count > _series.Length)
        {
            Array.Resize(ref _series, Math.Max(count, _series.Length * 2));
            Array.Resize(ref _looks, _series.Length);
            Array.Resize(ref _plain, _series.Length);
        }

        for (; _count < count; _count++)
        {
            var symbol = symbols.At(_count);
            _series[_count] = new(FeedsOf(symbol.Key));
            _looks[_count] = new(symbol.Shape, _series[_count].Feeds);
            _plain[_count] = PlainFeed.Of(_series[_count].Feeds);
        }
    }

    private Feed[] FeedsOf(SeriesKey key)
    {
        var feeds = new List<Feed>();
        for (var signal = 0; signal < plans.Length; signal++)
        {
            var plan = plans[signal];
            var kind = plan.Signal.Kinds.IndexOf(key.Kind);
            if (plan.TakePeople(key) is { } behind)
            {
                var weight = plan.Signal.FacetWeights.Thousandths(behind);
                feeds.Add(new(FeedRole.People, -1, plan.AgeWeights, signal, weight, kind, false, true));
            }
            if (plan.Take(key) is not var (role, facet)) continue;
            var facetWeight = plan.Signal.FacetWeights.Thousandths(facet);
            var slot = SlotOf(signal, facet, facetWeight, role == FeedRole.Total);
            var additive = plan.IsAdditive && role is FeedRole.Sum or FeedRole.SecondSum or FeedRole.Total;
            feeds.Add(new(role, slot, plan.AgeWeights, signal, facetWeight, kind, additive, plan.IsLimited)
            {
                IsPlain = AdditiveSums.IsPlain(role, plan, facetWeight),
            });
        }
        var isOwnDomain = key is { Dimension: Dimension.EmailDomain, Metric: Metric.Count }
            && ActivityKinds.TellsOwnEmailDomain(key.Kind);
        if (_needsOwnDomain && isOwnDomain)
            feeds.Add(new(FeedRole.OwnDomain, SlotOf(-1, key.Facet, 0, false), _undecayed, -1, 0, 0, false, false));
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
