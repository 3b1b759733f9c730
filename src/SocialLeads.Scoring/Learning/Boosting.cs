namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Cyclic boosting of all folds in step. The folds share one number of rounds, that with the least loss over all rows left
/// out: a single number learned from them, so that what each fold says of its unseen rows stays all but unbiased.
/// </summary>
internal sealed class Boosting(BoostedPart[] parts, FoldedRows folded, LearnerOptions options)
{
    /// <summary>Learns the shapes of the parts.</summary>
    /// <param name="logits">For each fold, what its model says of every row so far.</param>
    /// <param name="cancellationToken">Looked at before each round.</param>
    /// <returns>For each fold, the shape of each part in log-odds.</returns>
    public IReadOnlyList<double[]>[] Run(double[][] logits, CancellationToken cancellationToken)
    {
        var folds = logits.Select((start, fold) => new FoldBooster(
            parts,
            new LearningRows(folded.Without(fold), folded.Positive, start),
            new LearningRows(folded.In(fold), folded.Positive, start))).ToArray();
        var least = TotalLoss(folds);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.FoldsAtATime };
        for (int round = 0, since = 0; parts.Length > 0 && round < options.MaxRounds && since < options.Patience; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Each fold's arithmetic is its own, so the result does not depend on how many run at once.
            Parallel.ForEach(folds, parallel, fold => fold.Advance());
            var loss = TotalLoss(folds);
            since++;
            if (!(loss < least)) continue;
            (least, since) = (loss, 0);
            foreach (var fold in folds) fold.Keep();
        }
        return [.. folds.Select(fold => fold.Kept)];
    }

    private static double TotalLoss(FoldBooster[] folds) => folds.Sum(fold => fold.UnseenLoss);
}
