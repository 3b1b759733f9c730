using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// What one activity adds to a member's features. It is fixed: models choose among these series, and a new model
/// never needs the activities again.
/// <list type="table">
/// <item><term>Count</term><description>by nothing, and by the group, each tag, the peer's role, the e-mail domain, the
/// channel and each attribute it has; by nothing and by tag with the duration, by group and e-mail domain with the time of the
/// latest</description></item>
/// <item><term>ValueGain or ValueLoss</term><description>by nothing, if it has a value above or below 0</description></item>
/// <item><term>LatestDuration, LatestValue</term><description>by nothing, if it has a duration, a value</description></item>
/// <item><term>Peers</term><description>by the peer's role, which may be empty, if it has a peer</description></item>
/// </list>
/// </summary>
internal readonly ref struct ActivityCells
{
    private readonly SymbolTable _symbols;
    private readonly CellList _cells;
    private readonly string _kind;
    private readonly int _when;
    private readonly long _stamp;

    private ActivityCells(Activity activity, SymbolTable symbols, CellList cells)
    {
        (_symbols, _cells, _kind) = (symbols, cells, activity.Kind);
        _when = Cell.WhenOf(activity.Day);
        _stamp = activity.MsOfDay + 1;
    }

    /// <summary>Adds the cells of an activity to a list, in no order.</summary>
    public static void Add(Activity activity, SymbolTable symbols, CellList cells)
    {
        var adding = new ActivityCells(activity, symbols, cells);
        adding.AddCounts(activity, Math.Max(activity.DurationMs ?? 0, 0));
        if (activity.DurationMs is { } duration) adding.Add(Dimension.None, "", Metric.LatestDuration, duration, adding._stamp);
        if (activity.ValueThousandths is { } value) adding.AddValue(value);
        if (activity.Peer.Length > 0)
            adding.Add(Dimension.PeerRole, activity.PeerRole, Metric.Peers, 1, 0, PeerHash.Of(activity.Peer));
    }

    private void AddCounts(Activity activity, long duration)
    {
        Add(Dimension.None, "", Metric.Count, 1, duration);
        if (activity.Group.Length > 0) Add(Dimension.Group, activity.Group, Metric.Count, 1, _stamp);
        if (activity.PeerRole.Length > 0) Add(Dimension.PeerRole, activity.PeerRole, Metric.Count, 1);
        if (activity.EmailDomain.Length > 0) Add(Dimension.EmailDomain, activity.EmailDomain, Metric.Count, 1, _stamp);
        if (activity.Channel.Length > 0) Add(Dimension.Channel, activity.Channel, Metric.Count, 1);
        if (!activity.Tags.IsDefault)
        {
            foreach (var tag in activity.Tags) Add(Dimension.Tag, tag, Metric.Count, 1, duration);
        }
        if (!activity.Attributes.IsDefault)
        {
            foreach (var (name, value) in activity.Attributes) Add(Dimension.Attribute, $"{name}={value}", Metric.Count, 1);
        }
    }

    private void AddValue(long value)
    {
        Add(Dimension.None, "", Metric.LatestValue, value, _stamp);
        if (value > 0) Add(Dimension.None, "", Metric.ValueGain, value);
        if (value < 0) Add(Dimension.None, "", Metric.ValueLoss, -value);
    }

    private void Add(Dimension dimension, string facet, Metric metric, long a, long b = 0, long sub = 0) =>
        _cells.Add(new()
        {
            Series = _symbols.Intern(new(_kind, dimension, facet, metric)),
            When = _when,
            Sub = sub,
            A = a,
            B = b,
        });
}
