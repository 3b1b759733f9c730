using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Learning;

/// <summary>Cross-validation: what models that had not seen a row say of it.</summary>
public static class OutOfFold
{
    /// <summary>Learns one model for each fold from the rows outside of it, and asks it about the rows within.</summary>
    /// <param name="table">The columns.</param>
    /// <param name="positive">The outcome of each row.</param>
    /// <param name="folds">How many folds, from 2; they are stratified by the seed of the options.</param>
    /// <param name="options">How each model is learned.</param>
    /// <param name="foldDone">Told of each fold that is done.</param>
    /// <param name="cancellationToken">Ends it early, with an exception.</param>
    /// <returns>The probability of each row.</returns>
    public static double[] Predict(
        ColumnTable table, IReadOnlyList<bool> positive, int folds, LearnerOptions options,
        Action<int>? foldDone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        var learner = new Learner(options);
        var assigned = StratifiedFolds.Assign(positive, folds, options.Seed);
        var probabilities = new double[table.Rows];
        for (var fold = 0; fold < folds; fold++)
        {
            var inside = Enumerable.Range(0, table.Rows).Where(row => assigned[row] == fold).ToArray();
            var outside = Enumerable.Range(0, table.Rows).Where(row => assigned[row] != fold).ToArray();
            var model = learner.Learn(table.Take(outside), [.. outside.Select(row => positive[row])], cancellationToken);
            var predictions = model.Predict(table.Take(inside));
            for (var i = 0; i < inside.Length; i++) probabilities[inside[i]] = predictions.Probability(i);
            foldDone?.Invoke(fold);
        }
        return probabilities;
    }
}
