namespace SocialLeads.Scoring.Accuracy;

/// <summary>A figure of accuracy.</summary>
/// <param name="Id">Its name in JSON.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Of">Measures it.</param>
public sealed record Figure(string Id, string Title, Func<ScoredOutcomes, double> Of)
{
    /// <summary>What only the order of the scores decides.</summary>
    public static IReadOnlyList<Figure> OfRanking { get; } =
    [
        new("auc", "area under the ROC curve", Ranking.AreaUnderCurve),
        new("averagePrecision", "average precision", Ranking.AveragePrecision),
        .. AtShares("precision", Ranking.PrecisionAt),
        .. AtShares("lift", Ranking.LiftAt),
        .. AtShares("recall", Ranking.RecallAt),
    ];

    /// <summary>What only scores that are probabilities have.</summary>
    public static IReadOnlyList<Figure> OfProbabilities { get; } =
    [
        new("brier", "Brier score", Probabilities.BrierScore),
        new("logLoss", "log loss", Probabilities.LogLoss),
        new("ece", "expected calibration error", Probabilities.CalibrationError),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Figure> All { get; } = [.. OfRanking, .. OfProbabilities];

    /// <summary>The top shares that are shown, in percent.</summary>
    public static IReadOnlyList<int> Shares => [1, 5, 10];

    private static IEnumerable<Figure> AtShares(string name, Func<ScoredOutcomes, decimal, double> of) => Shares.Select(
        percent => new Figure($"{name}At{percent}Percent", $"{name} at {percent} %", outcomes => of(outcomes, percent / 100m)));
}
