namespace SocialLeads.Scoring.Accuracy;

/// <summary>How well scores put positive rows before the others. Only the order of the scores matters.</summary>
public static class Ranking
{
    /// <summary>
    /// The area under the ROC curve, 0 to 1: the probability that a positive row stands before another one, where equal
    /// scores count half (Hanley and McNeil 1982; scikit-learn's <c>roc_auc_score</c>).
    /// </summary>
    public static double AreaUnderCurve(ScoredOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        Int128 halves = 0;
        long othersBelow = 0;
        for (var i = 0; i < outcomes.Scores.Length; i++)
        {
            var positives = outcomes.PositivesAt[i];
            var others = outcomes.CountsAt[i] - positives;
            halves += (Int128)positives * (2 * othersBelow + others);
            othersBelow += others;
        }
        return (double)halves / (2.0 * outcomes.Positives * othersBelow);
    }

    /// <summary>
    /// The average precision, 0 to 1: the precision at each distinct score from the highest down, weighted by what it adds to
    /// recall (Manning, Raghavan and Schuetze 2008, 8.4; scikit-learn's <c>average_precision_score</c>).
    /// </summary>
    public static double AveragePrecision(ScoredOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        double sum = 0, positives = 0, count = 0;
        for (var i = outcomes.Scores.Length - 1; i >= 0; i--)
        {
            if (outcomes.CountsAt[i] == 0) continue;
            positives += outcomes.PositivesAt[i];
            count += outcomes.CountsAt[i];
            sum += outcomes.PositivesAt[i] * (positives / count);
        }
        return sum / outcomes.Positives;
    }

    /// <summary>The fraction of positive rows among those at the top, 0 to 1.</summary>
    /// <param name="outcomes">Scores and outcomes.</param>
    /// <param name="share">Above 0, up to 1. The top is this share of the rows, rounded up to a whole row.</param>
    public static double PrecisionAt(ScoredOutcomes outcomes, decimal share) =>
        PositivesAtTop(outcomes, share, out var rows) / rows;

    /// <summary>The fraction of all positive rows that is at the top, 0 to 1.</summary>
    /// <inheritdoc cref="PrecisionAt"/>
    public static double RecallAt(ScoredOutcomes outcomes, decimal share) =>
        PositivesAtTop(outcomes, share, out _) / outcomes.Positives;

    /// <summary>How many times more positive rows there are at the top than among as many rows taken blindly, from 0.</summary>
    /// <inheritdoc cref="PrecisionAt"/>
    public static double LiftAt(ScoredOutcomes outcomes, decimal share) =>
        PrecisionAt(outcomes, share) * outcomes.Count / outcomes.Positives;

    /// <summary>
    /// Of rows whose score is that of the last one at the top, as many count as fit, and of their positive ones the same
    /// fraction: what taking them blindly gives on average.
    /// </summary>
    private static double PositivesAtTop(ScoredOutcomes outcomes, decimal share, out int rows)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        if (share is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Not above 0 and up to 1.");
        rows = (int)Math.Ceiling(share * outcomes.Count);
        var positives = 0.0;
        var left = rows;
        for (var i = outcomes.Scores.Length - 1; left > 0; i--)
        {
            var count = outcomes.CountsAt[i];
            var taken = Math.Min(count, left);
            if (taken > 0) positives += (double)outcomes.PositivesAt[i] * taken / count;
            left -= taken;
        }
        return positives;
    }
}
