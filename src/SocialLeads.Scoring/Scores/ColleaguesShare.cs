using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// What the figure of a member's colleagues adds to the member's own points. Signals with measure <c>colleagues</c> are in no group, so
/// this depends on the figure alone: points = own points + share, exactly, and whoever has the same colleagues has the same share.
/// Safe for many threads.
/// </summary>
public sealed class ColleaguesShare
{
    private readonly SignalPlan[] _plans;
    private readonly DimensionWeights _combine;

    internal ColleaguesShare(IEnumerable<SignalPlan> plans, DimensionWeights combine)
    {
        _plans = [.. plans];
        _combine = combine;
    }

    /// <summary>The share, in points; 0 without colleagues.</summary>
    /// <param name="figure">The figure of the colleagues (<see cref="Companies.CompanyRollup.ColleaguesOf"/>).</param>
    public Points Of(Points? figure)
    {
        if (figure is not { } points) return Points.Zero;
        long thousandths = 0;
        foreach (var plan in _plans)
        {
            var sums = default(SignalSums);
            sums.Add(new MeasuredFacet(0, "", Sum(points), FacetWeight).Weighted);
            sums.Settle(plan);
            if (_combine != DimensionWeights.PlainSum) sums.Weigh(_combine, plan.Signal.Dimension);
            thousandths += sums.Thousandths;
        }

        return Points.FromThousandths(thousandths);
    }

    /// <summary>What a figure measures, in 2^-32 of a thousandth of a point.</summary>
    internal static Int128 Sum(Points figure) => (Int128)Math.Max(figure.Thousandths, 0) * AgeWeights.One;

    /// <summary>What the figure, which has no facet, counts: all of it, in thousandths.</summary>
    internal const long FacetWeight = 1000;
}
