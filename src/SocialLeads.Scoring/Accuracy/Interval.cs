using MathNet.Numerics.Statistics;

namespace SocialLeads.Scoring.Accuracy;

/// <summary>From where to where a figure may lie.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, at least as high.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Between two percentiles of what draws of the bootstrap gave.</summary>
    /// <param name="draws">At least one; put in order.</param>
    /// <param name="level">The fraction of draws within, above 0 and below 1.</param>
    internal static Interval OfDraws(double[] draws, double level)
    {
        Array.Sort(draws);
        return new(
            SortedArrayStatistics.QuantileCustom(draws, (1 - level) / 2, QuantileDefinition.R7),
            SortedArrayStatistics.QuantileCustom(draws, (1 + level) / 2, QuantileDefinition.R7));
    }
}
