using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// What one activity adds to a member's features. It is fixed, but for filters: models choose among these series, and a new model
/// never needs the activities again, unless it brings a filter over text, which features do not keep.
/// <list type="table">
/// <item><term>Count</term><description>by nothing, by each filter in force that it matches and each phrase of it that is found, and by the group, each tag,
/// the peer's role, the e-mail domain, the
/// channel and each attribute it has; by nothing and by tag with the duration, by group and e-mail domain with the time of the
/// latest</description></item>
/// <item><term>ValueGain or ValueLoss</term><description>by nothing, if it has a value above or below 0</description></item>
/// <item><term>LatestDuration, LatestValue</term><description>by nothing, if it has a duration, a value</description></item>
/// <item><term>Peers</term><description>by the peer's role, which may be empty, if it has a peer</description></item>
/// <item><term>Outcomes, OutcomeAmounts</term><description>by nothing, and nothing else, if it is an outcome</description></item>
/// </list>
/// </summary>
internal sealed class ActivityCells(SymbolTable symbols)
{
    private readonly Dictionary<string, KindSeries> _kinds = new(StringComparer.Ordinal);
    private readonly SeriesSource _series = new(symbols);
    private readonly KeptFacets _kept = new(symbols);

    /// <summary>The filters in force.</summary>
    public FilterSet Filters { get; set; } = FilterSet.Empty;

    /// <summary>What series that are new are charged to from now on; null if any may be added.</summary>
    public SymbolBudget? Budget { get => _series.Budget; set => _series.Budget = value; }

    /// <summary>Adds the cells of an activity to an empty list likewise, as far as the budget allows.</summary>
    /// <returns>The activity without what is left out of it: its cells are those that were added.</returns>
    public Activity Admit(CellList cells, Activity activity)
    {
        AddTo(cells, activity);
        if (!_series.HasRefused) return activity;
        _series.HasRefused = false;
        activity = _kept.Of(activity, _kinds.ContainsKey(activity.Kind) ? activity.Kind : ActivityKinds.NotKept, out var leftOut);
        if (Budget is { } budget) budget.LeftOut += leftOut;
        cells.Clear();
        AddTo(cells, activity);
        return activity;
    }

    /// <summary>Adds the cells of an activity to a list, in no order.</summary>
    public void AddTo(CellList cells, Activity activity)
    {
        if (activity.Outcome != OutcomeKind.None)
        {
            AddOutcome(cells, activity);
            return;
        }

        var kind = KindOf(activity.Kind);
        var when = Cell.WhenOf(activity.Day);
        if (!Filters.Filters.IsEmpty) AddMatches(cells, activity, Filters.Match(activity));
        var stamp = activity.MsOfDay + 1L;
        var duration = Math.Max(activity.DurationMs ?? 0, 0);
        Add(cells, kind.Of(Metric.Count), when, 1, duration);
        AddFacets(cells, kind, activity, when, stamp, duration);
        if (activity.DurationMs is not null) Add(cells, kind.Of(Metric.LatestDuration), when, duration, stamp);
        if (activity.ValueThousandths is { } value)
        {
            Add(cells, kind.Of(Metric.LatestValue), when, value, stamp);
            if (value > 0) Add(cells, kind.Of(Metric.ValueGain), when, value);
            if (value < 0) Add(cells, kind.Of(Metric.ValueLoss), when, -value);
        }
        if (activity.Peer.Length > 0)
            Add(cells, kind.Of(Dimension.PeerRole, activity.PeerRole, Metric.Peers), when, 1, 0, PeerHash.Of(activity.Peer));
    }

    /// <summary>Adds only the cells of the filters that an activity matches.</summary>
    public void AddMatches(CellList cells, Activity activity, IReadOnlyList<FilterMatch> matches)
    {
        if (activity.Outcome != OutcomeKind.None) return;
        for (var i = 0; i < matches.Count; i++)
        {
            var (kind, when, facet) = (KindOf(activity.Kind), Cell.WhenOf(activity.Day), matches[i].Filter.SeriesFacet);
            Add(cells, kind.Of(Dimension.Filter, facet, Metric.Count), when, 1);
            foreach (var phrase in matches[i].Evidence.Select(static one => one.Canonical).Distinct(StringComparer.Ordinal))
                Add(cells, kind.Of(Dimension.Phrase, PhraseFacet.Of(facet, phrase), Metric.Count), when, 1);
        }
    }

    private KindSeries KindOf(string kind)
    {
        if (_kinds.TryGetValue(kind, out var series)) return series;
        if (!_series.Admits(kind)) return KindOf(ActivityKinds.NotKept);
        _kinds.Add(kind, series = new(kind, _series));
        return series;
    }

    private void AddOutcome(CellList cells, Activity activity)
    {
        var key = OutcomeKey.Of(activity);
        Add(cells, symbols.Intern(OutcomeReader.Counts), Cell.Remainder, 1, 0, key);
        if (activity.ValueThousandths is > 0 and var amount)
            Add(cells, symbols.Intern(OutcomeReader.Amounts), Cell.Remainder, amount, 0, key);
    }

    private static void AddFacets(CellList cells, KindSeries kind, Activity activity, int when, long stamp, long duration)
    {
        if (activity.Group.Length > 0) Count(Dimension.Group, activity.Group, stamp);
        if (activity.PeerRole.Length > 0) Count(Dimension.PeerRole, activity.PeerRole);
        if (activity.EmailDomain.Length > 0) Count(Dimension.EmailDomain, activity.EmailDomain, stamp);
        if (activity.Channel.Length > 0) Count(Dimension.Channel, activity.Channel);
        if (!activity.Tags.IsDefault)
        {
            foreach (var tag in activity.Tags) Count(Dimension.Tag, tag, duration);
        }
        if (!activity.Attributes.IsDefault)
        {
            foreach (var (name, value) in activity.Attributes) Count(Dimension.Attribute, $"{name}={value}");
        }

        void Count(Dimension dimension, string facet, long b = 0) =>
            Add(cells, kind.Of(dimension, facet, Metric.Count), when, 1, b);
    }

    private static void Add(CellList cells, int series, int when, long a, long b = 0, long sub = 0) =>
        cells.Add(new() { Series = series, When = when, Sub = sub, A = a, B = b });
}
