using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>A signal made ready: which series it takes, how much an age counts, and what points its sums give.</summary>
internal sealed class SignalPlan
{
    private readonly HashSet<string> _kinds;
    private readonly HashSet<string> _ends;
    private readonly long _held;
    private readonly double _unit;
    private readonly double _weight;
    private readonly double _cap;
    private readonly long _mostADay;
    private readonly (Dimension Dimension, string Facet)? _only;

    public SignalPlan(Signal signal)
    {
        Signal = signal;
        AgeWeights = new(signal.Lookback);
        _kinds = new(signal.Kinds, StringComparer.Ordinal);
        _ends = new(signal.Ends, StringComparer.Ordinal);
        // Durations are held in milliseconds and values in thousandths.
        var thousandths = signal.Measure is Measure.DurationSeconds or Measure.Value
            or Measure.LatestValue or Measure.LatestDurationSeconds or Measure.Colleagues;
        _held = AgeWeights.One * (thousandths ? 1000 : 1);
        _unit = _held;
        _weight = Math.Abs(signal.WeightThousandths);
        _cap = signal.Cap.Thousandths;
        Steps = signal.Steps is { } steps ? new(steps, _held) : null;
        HasRest = signal.Measure == Measure.Count
            && signal.Limits.PerPerson == 0
            && signal.Facet.Kind is not (FacetKind.None or FacetKind.Tag or FacetKind.Attribute);
        // Durations are held in milliseconds.
        _mostADay = signal.Limits.PerDay == 0 ? long.MaxValue
            : signal.Limits.PerDay * (signal.Measure == Measure.DurationSeconds ? 1000L : 1L);
        IsLimited = signal.Limits != default;
        MostWithOnePeer = signal.Measure == Measure.DistinctPeers ? 1 : signal.Limits.PerPerson;
        if (signal.Where is { } where) _only = (Dimension.Attribute, $"{where.Name}={where.Value}");
        else if (signal.Filter is { } filter) _only = (Dimension.Filter, filter.SeriesFacet);
        IsEmailDomainRelation = signal.Facet.Kind == FacetKind.EmailDomainRelation;
        RestFacet = IsEmailDomainRelation ? EmailDomainRelation.Other : "";
        RestWeight = signal.FacetWeights.Thousandths(RestFacet);
    }

    public Signal Signal { get; }

    public AgeWeights AgeWeights { get; }

    /// <summary>The points of each range of the weighted sum; null when it has a weight and a transform.</summary>
    public PlannedSteps? Steps { get; }

    /// <summary>Whether more of it takes points away.</summary>
    public bool Takes => Signal.WeightThousandths < 0;

    public bool IsEmailDomainRelation { get; }

    /// <summary>Whether it has limits on what counts, or asks what stands behind it.</summary>
    public bool IsLimited { get; }

    /// <summary>How many activities with one peer count, the latest first.</summary>
    public long MostWithOnePeer { get; }

    /// <summary>Whether activities without the facet count: as the total less the facets.</summary>
    public bool HasRest { get; }

    /// <summary>The facet of what no facet has.</summary>
    public string RestFacet { get; }

    /// <summary>What <see cref="RestFacet"/> counts, in thousandths.</summary>
    public long RestWeight { get; }

    /// <summary>Whether its series add up one by one: their sums are never negative, and no facet depends on another.</summary>
    public bool IsAdditive => !IsEmailDomainRelation && !IsLimited && Signal.Measure is Measure.Count or Measure.DurationSeconds;

    /// <summary>What a slot's facet counts in truth, in thousandths: of e-mail domains that stand for a relation, the relation's.</summary>
    public long WeightOf(in Slot slot) =>
        IsEmailDomainRelation ? Signal.FacetWeights.Thousandths(EmailDomainRelation.Own) : slot.FacetWeight;

    /// <summary>What of one day's amount counts, in the unit that is held.</summary>
    public long WithinDay(long amount) => Math.Min(amount, _mostADay);

    /// <summary>What a sum measures, in the signal's own unit.</summary>
    public double Measured(Int128 sum) => (double)sum / _unit;

    /// <summary>What a facet-weighted sum measures, in the signal's own unit.</summary>
    public double MeasuredWeighted(Int128 weightedSum) => (double)weightedSum / (_unit * 1000);

    /// <summary>
    /// What a facet-weighted sum measures in thousandths of the signal's own unit, rounded down, so that it lies on the same side of every
    /// step as the sum itself; at most <see cref="ModelBounds.MaxStepFromThousandths"/> either way.
    /// </summary>
    public long TotalThousandths(Int128 weightedSum)
    {
        var (quotient, remainder) = Int128.DivRem(weightedSum, _held);
        if (remainder < 0) quotient--;
        return (long)Int128.Clamp(quotient, -ModelBounds.MaxStepFromThousandths, ModelBounds.MaxStepFromThousandths);
    }

    /// <summary>Thousandths of a point for facet-weighted sums, 0 or more, at most the cap; rounded half to even.</summary>
    public long Thousandths(Int128 weightedSum) =>
        weightedSum == 0 ? 0 : ThousandthsOfTransformed(Signal.Transform.Apply(MeasuredWeighted(weightedSum)));

    /// <summary>The same of what the transform has made of them.</summary>
    public long ThousandthsOfTransformed(double transformed) =>
        (long)Math.Round(Math.Min(_weight * transformed, _cap), MidpointRounding.ToEven);

    /// <summary>Thousandths of a point for a total in thousandths of the signal's unit, when no facet counts against it.</summary>
    public long PointsOfTotal(long thousandths)
    {
        var sum = (Int128)thousandths * _held;
        if (Steps is { } steps) return steps.Thousandths(sum);
        return (Takes ? -1 : 1) * (sum < 0 ? -Thousandths(-sum) : Thousandths(sum));
    }

    /// <summary>How the signal takes a series, and under which facet; null if it does not.</summary>
    public (FeedRole Role, string Facet)? Take(in SeriesKey key)
    {
        if (Signal.Measure == Measure.Membership && _ends.Contains(key.Kind))
            return key is { Dimension: Dimension.Group, Metric: Metric.Count } ? (FeedRole.Leave, key.Facet) : null;
        if (!_kinds.Contains(key.Kind) || RoleOf(key) is not { } role) return null;
        if (FacetOf(key) is { } facet) return (role, facet);
        // Of a field that has one value or none, what no facet has is the total less the facets.
        var total = HasRest && key is { Dimension: Dimension.None, Metric: Metric.Count };
        return total ? (FeedRole.Total, "") : null;
    }

    /// <summary>Whether a series holds people that stand behind the signal, and under which facet; null if it does not.</summary>
    public string? TakePeople(in SeriesKey key) =>
        Signal.Limits.MinPeople > 0 && key.Metric == Metric.Peers && _kinds.Contains(key.Kind) ? FacetOf(key) : null;

    private FeedRole? RoleOf(in SeriesKey key) => (Signal.Measure, key.Metric) switch
    {
        (Measure.Count, Metric.Peers) when Signal.Limits.PerPerson > 0 => FeedRole.Peer,
        (Measure.Count, Metric.Count) when Signal.Limits.PerPerson == 0 => FeedRole.Sum,
        (Measure.ActiveDays, Metric.Count) => FeedRole.Day,
        (Measure.DurationSeconds, Metric.Count) when key.Dimension is Dimension.None or Dimension.Tag => FeedRole.SecondSum,
        (Measure.Value, Metric.ValueGain) => FeedRole.Sum,
        (Measure.Value, Metric.ValueLoss) => FeedRole.Loss,
        (Measure.DistinctPeers, Metric.Peers) => FeedRole.Peer,
        (Measure.LatestValue, Metric.LatestValue) => FeedRole.Latest,
        (Measure.LatestDurationSeconds, Metric.LatestDuration) => FeedRole.Latest,
        (Measure.Membership, Metric.Count) => FeedRole.Join,
        (Measure.Change or Measure.Onset, Metric.Count) => FeedRole.Week,
        _ => null,
    };

    private string? FacetOf(in SeriesKey key)
    {
        if (_only is { } only) return key.Dimension == only.Dimension && key.Facet == only.Facet ? "" : null;
        // Peers are held by role, and a signal without facet takes all roles together.
        if (Signal.Facet.Kind == FacetKind.None) return key.Dimension == Dimension.None || key.Metric == Metric.Peers ? "" : null;
        if (key.Dimension != DimensionOf(Signal.Facet.Kind)) return null;
        if (Signal.Facet.Kind != FacetKind.Attribute) return key.Facet;
        var name = Signal.Facet.AttributeName;
        var named = key.Facet.Length > name.Length && key.Facet[name.Length] == '='
            && key.Facet.StartsWith(name, StringComparison.Ordinal);
        return named ? key.Facet[(name.Length + 1)..] : null;
    }

    /// <summary>What the series of a facet are counted by.</summary>
    public static Dimension DimensionOf(FacetKind facet) => facet switch
    {
        FacetKind.Group => Dimension.Group,
        FacetKind.Tag => Dimension.Tag,
        FacetKind.PeerRole => Dimension.PeerRole,
        FacetKind.EmailDomain or FacetKind.EmailDomainRelation => Dimension.EmailDomain,
        FacetKind.Channel => Dimension.Channel,
        FacetKind.Attribute => Dimension.Attribute,
        _ => Dimension.None,
    };
}
