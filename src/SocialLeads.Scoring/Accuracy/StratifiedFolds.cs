namespace SocialLeads.Scoring.Accuracy;

/// <summary>Divides rows into folds for cross-validation.</summary>
public static class StratifiedFolds
{
    /// <summary>
    /// Gives each row a fold at random, so that the positive rows of two folds differ by at most one, and so do all rows
    /// (stratified k-fold cross-validation; Kohavi 1995).
    /// </summary>
    /// <param name="positive">The outcome of each row.</param>
    /// <param name="folds">How many folds, from 2.</param>
    /// <param name="seed">The same seed and outcomes give the same folds, on every machine.</param>
    /// <returns>For each row, its fold from 0.</returns>
    public static int[] Assign(IReadOnlyList<bool> positive, int folds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var random = new SeededRandom(seed);
        var result = new int[positive.Count];
        var next = 0;
        foreach (var outcome in (bool[])[true, false])
        {
            var rows = Enumerable.Range(0, positive.Count).Where(row => positive[row] == outcome).ToArray();
            random.Shuffle(rows);
            // Dealt on from where the last kind ended, so that the folds are of equal size, too.
            foreach (var row in rows) result[row] = next++ % folds;
        }
        return result;
    }
}
