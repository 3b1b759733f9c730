using System.Runtime.InteropServices;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>Turns what was gathered of a member into what was measured of each signal under each facet.</summary>
internal sealed class Measuring
{
    private readonly SignalPlan[] _plans;
    private readonly SeriesFeeds _feeds;
    private readonly Gathering _gathering;
    private readonly List<MeasuredFacet> _measured = [];
    private readonly Int128[] _rests;
    private readonly AdditiveSums _additive;
    private readonly List<int> _totals = [];
    private readonly bool[] _wanting;

    public Measuring(SignalPlan[] plans, SymbolTable symbols, bool tellsOwnDomain)
    {
        _plans = plans;
        _feeds = new(plans, symbols, tellsOwnDomain);
        _gathering = new(_feeds, plans);
        _wanting = new bool[plans.Length];
        _rests = new Int128[plans.Length];
        _additive = new(plans);
    }

    /// <summary>What was measured by the last <see cref="Explain"/>; no sum is 0.</summary>
    public ReadOnlySpan<MeasuredFacet> Measured => CollectionsMarshal.AsSpan(_measured);

    /// <summary>The e-mail domain of the member that was measured last; empty if it is not known, or not asked for.</summary>
    public string OwnDomain => _gathering.OwnDomain;

    /// <summary>See <see cref="KnownDays.ExactFrom"/>.</summary>
    public int ExactFrom(ReadOnlySpan<byte> features, int retentionDays) => KnownDays.ExactFrom(features, _feeds, retentionDays);

    /// <summary>Measures each facet and adds it to the signals' sums. False if the member has no activity on or before the day.</summary>
    public bool Explain(ReadOnlySpan<byte> features, int asOfDay, in ScoreInputs inputs, SignalSums[] sums)
    {
        if (!Read(features, asOfDay, inputs, null, sums)) return false;
        foreach (ref readonly var measured in Measured) sums[measured.Signal].Add(measured.Weighted);
        return true;
    }

    /// <summary>Adds to the signals' sums what <see cref="Explain"/> would. False if the member has no activity on or before the day.</summary>
    public bool SumUp(ReadOnlySpan<byte> features, int asOfDay, in ScoreInputs inputs, SignalSums[] sums)
    {
        _additive.Clear();
        if (!Read(features, asOfDay, inputs, _additive, sums)) return false;
        foreach (ref readonly var measured in Measured) sums[measured.Signal].Add(measured.Weighted);
        _additive.AddRests(sums);
        return true;
    }

    private bool Read(
        ReadOnlySpan<byte> features, int asOfDay, in ScoreInputs inputs, AdditiveSums? additive, SignalSums[] sums)
    {
        _measured.Clear();
        _totals.Clear();
        if (!_gathering.Read(features, asOfDay, additive, sums)) return false;
        foreach (ref readonly var gathered in _gathering.Gathered)
        {
            var slot = _feeds.Slot(gathered.Slot);
            var plan = _plans[slot.Signal];
            var sum = SumOf(gathered, plan, asOfDay);
            if (slot.IsTotal)
            {
                _rests[slot.Signal] += sum;
                _totals.Add(slot.Signal);
            }
            else if (plan.IsEmailDomainRelation)
            {
                AddOwn(slot, plan, sum);
            }
            else
            {
                // Of a limited signal the total is the rest already.
                if (plan.HasRest && !plan.IsLimited) _rests[slot.Signal] -= sum;
                Add(slot.Signal, slot.Facet, sum, slot.FacetWeight);
            }
        }
        AddRests();
        if (inputs.Colleagues is { } points) AddColleagues(points);
        if (_gathering.Standing.IsAsked)
        {
            _gathering.Standing.FindWanting(_wanting);
            _measured.RemoveAll(measured => _wanting[measured.Signal]);
        }
        return true;
    }

    private Int128 SumOf(in Gathered gathered, SignalPlan plan, int asOfDay) => plan.Signal.Measure switch
    {
        Measure.Change or Measure.Onset => _gathering.NinesOfWeeks(gathered, plan, asOfDay),
        Measure.ActiveDays => _gathering.SumOfDays(gathered, plan.AgeWeights),
        Measure.LatestValue or Measure.LatestDurationSeconds => gathered.Latest * LatestWeight(gathered, plan, asOfDay),
        Measure.Membership => gathered.Stamp > gathered.LeaveStamp ? LatestWeight(gathered, plan, asOfDay) : 0,
        _ => gathered.Sum,
    };

    private static Int128 LatestWeight(in Gathered gathered, SignalPlan plan, int asOfDay) =>
        plan.AgeWeights[asOfDay - (int)((gathered.Stamp - 1) / UtcDay.Ms)];

    private void AddOwn(Slot slot, SignalPlan plan, Int128 sum)
    {
        if (slot.Facet != _gathering.OwnDomain) return;
        if (!plan.IsLimited) _rests[slot.Signal] -= sum;
        Add(slot.Signal, EmailDomainRelation.Own, sum, plan.Signal.FacetWeights.Thousandths(EmailDomainRelation.Own));
    }

    private void AddRests()
    {
        foreach (var signal in _totals)
        {
            var plan = _plans[signal];
            Add(signal, plan.RestFacet, Int128.Max(_rests[signal], 0), plan.RestWeight);
        }
        Array.Clear(_rests);
    }

    private void AddColleagues(Points points)
    {
        for (var signal = 0; signal < _plans.Length; signal++)
        {
            if (_plans[signal].Signal.Measure == Measure.Colleagues) Add(signal, "", ColleaguesShare.Sum(points), ColleaguesShare.FacetWeight);
        }
    }

    private void Add(int signal, string facet, Int128 sum, long facetWeight)
    {
        if (sum != 0) _measured.Add(new(signal, facet, sum, facetWeight));
    }
}
