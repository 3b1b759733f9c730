using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Learning;

/// <summary>Makes probabilities of scores, where no member's own outcome has a say in its probability.</summary>
public static class CrossFitting
{
    /// <summary>
    /// Calibrates scores by a logistic regression (Platt 1999) that is fitted, for each fold of the members, to the members of the other
    /// folds. A member is in one fold with all of its rows.
    /// </summary>
    /// <param name="logits">For each row a score, on a scale on which equal steps may be equal steps of log-odds; finite.</param>
    /// <param name="positive">The outcome of each row.</param>
    /// <param name="members">The number of each row's member, from 0 without gaps.</param>
    /// <param name="folds">How many folds, from 2.</param>
    /// <param name="seed">Decides who falls into which fold.</param>
    /// <returns>The probability of each row, above 0 and below 1.</returns>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or there are fewer than two members who are ever positive, or who never are: some fold could not do without
    /// the only one.
    /// </exception>
    public static double[] Calibrate(
        IReadOnlyList<double> logits, IReadOnlyList<bool> positive, IReadOnlyList<int> members, int folds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(members);
        if (logits.Count != positive.Count || logits.Count != members.Count)
            throw new ArgumentException("The lengths differ.", nameof(logits));
        var everPositive = new bool[members.DefaultIfEmpty(-1).Max() + 1];
        for (var row = 0; row < members.Count; row++) everPositive[members[row]] |= positive[row];
        var positives = everPositive.Count(ever => ever);
        if (Math.Min(positives, everPositive.Length - positives) < 2)
            throw new ArgumentException("There are fewer than two members of a kind.", nameof(positive));
        var foldOf = StratifiedFolds.Assign(everPositive, folds, seed);
        var result = new double[logits.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            var (within, others) = Split(members, foldOf, fold);
            if (within.Length == 0) continue;
            var fitted = Calibration.Fit([.. others.Select(row => logits[row])], [.. others.Select(row => positive[row])]);
            foreach (var row in within) result[row] = Logistic.Probability(fitted.Slope * logits[row] + fitted.Intercept);
        }
        return result;
    }

    private static (int[] Within, int[] Others) Split(IReadOnlyList<int> members, int[] foldOf, int fold)
    {
        var rows = Enumerable.Range(0, members.Count).ToLookup(row => foldOf[members[row]] == fold);
        return ([.. rows[true]], [.. rows[false]]);
    }
}
