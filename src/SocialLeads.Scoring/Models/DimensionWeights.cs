namespace SocialLeads.Scoring.Models;

/// <summary>
/// How fit and engagement make up the points: each signal's points times the weight of its dimension, rounded half to even to a
/// thousandth of a point, and then added up.
/// </summary>
/// <param name="FitThousandths">The weight of fit in thousandths, 0 to 100,000.</param>
/// <param name="EngagementThousandths">The weight of engagement in thousandths, 0 to 100,000.</param>
public readonly record struct DimensionWeights(long FitThousandths, long EngagementThousandths)
{
    /// <summary>The plain sum.</summary>
    public static readonly DimensionWeights PlainSum = new(1000, 1000);

    /// <summary>The weight of a dimension in thousandths.</summary>
    public long Thousandths(ScoreDimension dimension) =>
        dimension == ScoreDimension.Fit ? FitThousandths : EngagementThousandths;

    /// <summary>Weighs thousandths of a point, -10^9 to 10^9, rounded half to even.</summary>
    internal long Weigh(ScoreDimension dimension, long thousandths)
    {
        var weight = Thousandths(dimension);
        return weight == 1000 ? thousandths : (long)Math.Round(thousandths * weight / 1000m, MidpointRounding.ToEven);
    }
}
