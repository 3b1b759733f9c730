namespace SocialLeads.Scoring.Learning;

/// <summary>Steps over a category: each level on its own, drawn to 0 the more, the fewer rows it has.</summary>
internal sealed class BoostedCategory(ushort[] cells, int count, LearnerOptions options) : BoostedPart(cells, count)
{
    public override void Fit(ReadOnlySpan<CellSum> sums, ReadOnlySpan<double> shape, Span<double> step)
    {
        var penalty = options.CategoryPenalty;
        for (var level = 0; level < step.Length; level++)
        {
            // The penalty is on the whole shape and not on the step, so that many steps do not undo it.
            var gradient = sums[level].Gradient - penalty * shape[level];
            step[level] = options.LearningRate * gradient / (sums[level].Weight + penalty);
        }
    }
}
