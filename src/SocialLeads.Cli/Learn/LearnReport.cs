using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Learn;

/// <summary>What learning from a table came to.</summary>
/// <param name="Table">The file as people know it.</param>
/// <param name="Folds">How many folds the probabilities come from.</param>
/// <param name="Outcomes">Probabilities of rows by models that had not seen them, and what happened.</param>
/// <param name="Figures">The figures of <see cref="Figure.All"/>, in that order.</param>
/// <param name="Intervals">The 95 % interval of each figure.</param>
/// <param name="Model">The model learned from all rows.</param>
/// <param name="Elapsed">The time of learning, all folds and the model of all rows.</param>
internal sealed record LearnReport(
    string Table,
    int Folds,
    ScoredOutcomes Outcomes,
    IReadOnlyList<double> Figures,
    IReadOnlyList<Interval> Intervals,
    LearnedModel Model,
    TimeSpan Elapsed);
