using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// The weighted sums of one signal and the points they give. What facet weights make negative is kept apart from the
/// rest and goes through the transform and the cap by itself; steps look at the difference of the two.
/// </summary>
internal struct SignalSums
{
    private Int128 _for;
    private Int128 _against;

    /// <summary>What the facets of positive weight give, in thousandths of a point, signed.</summary>
    public long ForThousandths { get; private set; }

    /// <summary>What the facets of negative weight give, in thousandths of a point, signed.</summary>
    public long AgainstThousandths { get; private set; }

    /// <summary>One side, 0 or more, weighted by facet.</summary>
    public readonly Int128 Sum(bool isFor) => isFor ? _for : _against;

    /// <summary>What is for the signal less what is against it, weighted by facet.</summary>
    public readonly Int128 Net => _for - _against;

    /// <summary>The signal's points in thousandths.</summary>
    public readonly long Thousandths => ForThousandths + AgainstThousandths;

    /// <summary>One side, signed.</summary>
    public readonly long Side(bool isFor) => isFor ? ForThousandths : AgainstThousandths;

    /// <summary>Sets one side, signed, in thousandths of a point.</summary>
    public void SetSide(bool isFor, long thousandths)
    {
        if (isFor) ForThousandths = thousandths;
        else AgainstThousandths = thousandths;
    }

    /// <summary>Adds what is not against the signal, 0 or more.</summary>
    public void AddFor(long weighted) => _for += weighted;

    public void Add(Int128 weighted)
    {
        if (weighted > 0) _for += weighted;
        else _against -= weighted;
    }

    /// <summary>Weighs the points by those of a dimension.</summary>
    public void Weigh(DimensionWeights weights, ScoreDimension dimension)
    {
        ForThousandths = weights.Weigh(dimension, ForThousandths);
        AgainstThousandths = weights.Weigh(dimension, AgainstThousandths);
    }

    /// <summary>Sets one side to points before the sign, in thousandths.</summary>
    public void SetSide(bool isFor, SignalPlan plan, long thousandths) => SetSide(isFor, isFor == plan.Takes ? -thousandths : thousandths);

    /// <summary>Finds the points once all is added.</summary>
    public void Settle(SignalPlan plan)
    {
        if (plan.Steps is { } steps)
        {
            var points = steps.Thousandths(Net);
            (ForThousandths, AgainstThousandths) = (Math.Max(points, 0), Math.Min(points, 0));
            return;
        }

        SetSide(true, plan, plan.Thousandths(_for));
        SetSide(false, plan, plan.Thousandths(_against));
    }
}
