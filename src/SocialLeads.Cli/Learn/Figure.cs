using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Cli.Learn;

/// <summary>A figure of accuracy.</summary>
/// <param name="Id">Its name in JSON.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Of">Measures it.</param>
internal sealed record Figure(string Id, string Title, Func<ScoredOutcomes, double> Of)
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("auc", "area under the ROC curve", Ranking.AreaUnderCurve),
        new("averagePrecision", "average precision", Ranking.AveragePrecision),
        new("brier", "Brier score", Probabilities.BrierScore),
        new("logLoss", "log loss", Probabilities.LogLoss),
        new("ece", "expected calibration error", Probabilities.CalibrationError),
        new("precisionAt5Percent", "precision at 5 %", outcomes => Ranking.PrecisionAt(outcomes, 0.05m)),
        new("liftAt1Percent", "lift at 1 %", outcomes => Ranking.LiftAt(outcomes, 0.01m)),
        new("liftAt5Percent", "lift at 5 %", outcomes => Ranking.LiftAt(outcomes, 0.05m)),
        new("liftAt10Percent", "lift at 10 %", outcomes => Ranking.LiftAt(outcomes, 0.10m)),
        new("recallAt1Percent", "recall at 1 %", outcomes => Ranking.RecallAt(outcomes, 0.01m)),
        new("recallAt5Percent", "recall at 5 %", outcomes => Ranking.RecallAt(outcomes, 0.05m)),
        new("recallAt10Percent", "recall at 10 %", outcomes => Ranking.RecallAt(outcomes, 0.10m)),
    ];
}
