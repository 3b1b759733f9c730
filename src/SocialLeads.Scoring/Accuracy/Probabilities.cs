namespace SocialLeads.Scoring.Accuracy;

/// <summary>How well scores that are probabilities say how often something happens.</summary>
public static class Probabilities
{
    /// <summary>The bins of <see cref="CalibrationError"/>.</summary>
    public const int CalibrationBins = 10;

    /// <summary>What a probability of 0 or 1 counts as in <see cref="LogLoss"/>: 2^-52, as scikit-learn has it.</summary>
    private const double LeastProbability = 2.220446049250313e-16;

    /// <summary>The mean squared distance of the probability from what happened, 0 to 1; lower is better (Brier 1950).</summary>
    public static double BrierScore(ScoredOutcomes outcomes) => Mean(outcomes, (p, positive) => positive ? (1 - p) * (1 - p) : p * p);

    /// <summary>The mean of -ln of the probability that was given to what happened, from 0; lower is better (Good 1952).</summary>
    public static double LogLoss(ScoredOutcomes outcomes) => Mean(outcomes, (p, positive) =>
    {
        var clipped = Math.Clamp(p, LeastProbability, 1 - LeastProbability);
        return -Math.Log(positive ? clipped : 1 - clipped);
    });

    /// <summary>
    /// The expected calibration error, 0 to 1, over ten bins of equal count: how far the mean probability of a bin is from
    /// the fraction of positive rows, on average over the rows (Naeini, Cooper and Hauskrecht 2015).
    /// </summary>
    public static double CalibrationError(ScoredOutcomes outcomes) =>
        Reliability(outcomes, CalibrationBins).Sum(bin => bin.Rows * Math.Abs(bin.PositiveFraction - bin.MeanProbability)) / outcomes.Count;

    /// <summary>
    /// The reliability curve over bins of equal count, the lowest probabilities first (Niculescu-Mizil and Caruana 2005).
    /// Bins end at the quantiles that scikit-learn's <c>calibration_curve</c> with <c>strategy="quantile"</c> takes: equal
    /// probabilities are never put asunder, so that bins may be unequal, and empty ones are left out.
    /// </summary>
    /// <param name="outcomes">Probabilities and outcomes.</param>
    /// <param name="bins">How many bins at most, from 1.</param>
    public static IReadOnlyList<ReliabilityBin> Reliability(ScoredOutcomes outcomes, int bins)
    {
        Check(outcomes);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var curve = new List<ReliabilityBin>();
        int rows = 0, positives = 0, rowsBefore = 0, bin = 1;
        var sum = 0.0;
        for (var i = 0; i < outcomes.Scores.Length; i++)
        {
            rows += outcomes.CountsAt[i];
            positives += outcomes.PositivesAt[i];
            sum += outcomes.Scores[i] * outcomes.CountsAt[i];
            // The k-th of b bins ends with the score of row k (n - 1) / b, counted from 0.
            var last = (long)bin * (outcomes.Count - 1) / bins;
            if (rowsBefore + rows <= last && i < outcomes.Scores.Length - 1) continue;
            if (rows > 0) curve.Add(new(sum / rows, (double)positives / rows, rows));
            rowsBefore += rows;
            while (bin < bins && (long)bin * (outcomes.Count - 1) / bins < rowsBefore) bin++;
            (rows, positives, sum) = (0, 0, 0);
        }
        return curve;
    }

    private static double Mean(ScoredOutcomes outcomes, Func<double, bool, double> loss)
    {
        Check(outcomes);
        var sum = 0.0;
        for (var i = 0; i < outcomes.Scores.Length; i++)
        {
            var positives = outcomes.PositivesAt[i];
            var others = outcomes.CountsAt[i] - positives;
            if (positives > 0) sum += positives * loss(outcomes.Scores[i], true);
            if (others > 0) sum += others * loss(outcomes.Scores[i], false);
        }
        return sum / outcomes.Count;
    }

    private static void Check(ScoredOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Scores[0] < 0 || outcomes.Scores[^1] > 1)
            throw new ArgumentException("The scores are no probabilities from 0 to 1.", nameof(outcomes));
    }
}
