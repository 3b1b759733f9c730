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
    private readonly List<Slot> _totals = [];

    public Measuring(SignalPlan[] plans, SymbolTable symbols)
    {
        _plans = plans;
        _feeds = new(plans, symbols);
        _gathering = new(_feeds);
        _rests = new Int128[plans.Length];
    }

    /// <summary>What was measured by the last reading; no sum is 0.</summary>
    public ReadOnlySpan<MeasuredFacet> Measured => CollectionsMarshal.AsSpan(_measured);

    /// <summary>Reads features. False if the member has no activity on or before the day.</summary>
    public bool Read(ReadOnlySpan<byte> features, int asOfDay)
    {
        _measured.Clear();
        _totals.Clear();
        if (!_gathering.Read(features, asOfDay)) return false;
        foreach (ref readonly var gathered in _gathering.Gathered)
        {
            var slot = _feeds.Slot(gathered.Slot);
            var plan = _plans[slot.Signal];
            var sum = SumOf(gathered, plan, asOfDay);
            if (slot.IsTotal)
            {
                _rests[slot.Signal] += sum;
                _totals.Add(slot);
            }
            else if (plan.IsEmailDomainRelation)
            {
                AddOwn(slot, plan, sum);
            }
            else
            {
                if (plan.HasRest) _rests[slot.Signal] -= sum;
                Add(slot.Signal, slot.Facet, sum, slot.FacetWeight);
            }
        }
        AddRests();
        return true;
    }

    private Int128 SumOf(in Gathered gathered, SignalPlan plan, int asOfDay) => plan.Signal.Measure switch
    {
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
        _rests[slot.Signal] -= sum;
        Add(slot.Signal, EmailDomainRelation.Own, sum, plan.Signal.FacetWeights.Thousandths(EmailDomainRelation.Own));
    }

    private void AddRests()
    {
        foreach (var total in _totals)
        {
            var relation = _plans[total.Signal].IsEmailDomainRelation;
            var facet = relation ? EmailDomainRelation.Other : total.Facet;
            Add(total.Signal, facet, Int128.Max(_rests[total.Signal], 0), _plans[total.Signal].Signal.FacetWeights.Thousandths(facet));
        }
        Array.Clear(_rests);
    }

    private void Add(int signal, string facet, Int128 sum, long facetWeight)
    {
        if (sum != 0) _measured.Add(new(signal, facet, sum, facetWeight));
    }
}
