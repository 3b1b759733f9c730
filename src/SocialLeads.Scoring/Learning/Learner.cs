namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Learns an additive logistic model: cyclic boosting of shallow steps over binned columns, then of a few pairs of them,
/// averaged over folds and calibrated on what each fold's model said of the rows it had not seen. The same rows and options
/// give the same model on every machine, whatever the order of rows and columns.
/// </summary>
public sealed class Learner
{
    private readonly LearnerOptions _options;

    /// <summary>A learner; null for the defaults.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    public Learner(LearnerOptions? options = null)
    {
        _options = options ?? new();
        _options.Check();
    }

    /// <inheritdoc cref="Learn(ColumnTable, IReadOnlyList{bool}, LearningPrior?, CancellationToken)"/>
    public LearnedModel Learn(ColumnTable table, IReadOnlyList<bool> positive, CancellationToken cancellationToken = default) =>
        Learn(table, positive, null, cancellationToken);

    /// <summary>Learns which rows are positive.</summary>
    /// <param name="table">The columns.</param>
    /// <param name="positive">The outcome of each row.</param>
    /// <param name="prior">Where learning begins; null for nowhere.</param>
    /// <param name="cancellationToken">Ends it early, with an exception.</param>
    /// <exception cref="ArgumentException">
    /// There is not an outcome for each row, or fewer than <see cref="LearnerOptions.Folds"/> of either kind.
    /// </exception>
    public LearnedModel Learn(ColumnTable table, IReadOnlyList<bool> positive, LearningPrior? prior, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(positive);
        if (positive.Count != table.Rows)
            throw new ArgumentException($"There are {positive.Count} outcomes for {table.Rows} rows.", nameof(positive));
        var positives = positive.Count(outcome => outcome);
        if (Math.Min(positives, positive.Count - positives) < _options.Folds)
        {
            throw new ArgumentException(
                $"There are {positives} positive and {positive.Count - positives} other outcomes; at least {_options.Folds} of each are needed.",
                nameof(positive));
        }
        return new LearningRun(BinnedTable.Of(table, positive, _options, prior), _options, prior, cancellationToken).Learn();
    }
}
