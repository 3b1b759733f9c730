using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Learn;

/// <summary>Learns from a table and measures what was learned.</summary>
internal sealed class LearnRun(CliHost host, string name, LabelledTable table, int folds, ulong seed)
{
    /// <summary>Draws for each interval: enough for two digits of its ends.</summary>
    private const int Draws = 200;

    /// <summary>Models that are learned: one for each fold, and one of all rows.</summary>
    public int Models => folds + 1;

    /// <param name="modelDone">Told of each model that is done.</param>
    /// <param name="cancellationToken">Ends it early, with an exception.</param>
    public LearnReport Run(Action modelDone, CancellationToken cancellationToken)
    {
        var options = new LearnerOptions { Seed = seed };
        var started = host.Time.GetTimestamp();
        var probabilities = OutOfFold.Predict(
            table.Columns, table.Positive, folds, options, _ => modelDone(), cancellationToken);
        var model = new Learner(options).Learn(table.Columns, table.Positive, cancellationToken);
        modelDone();
        var elapsed = host.Time.GetElapsedTime(started);
        var outcomes = new ScoredOutcomes(probabilities, table.Positive);
        return new(
            name,
            folds,
            outcomes,
            [.. Figure.All.Select(figure => figure.Of(outcomes))],
            Bootstrap.Intervals(probabilities, table.Positive, [.. Figure.All.Select(figure => figure.Of)], seed, Draws),
            model,
            elapsed);
    }
}
