using SocialLeads.Cli.Learn;
using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Cli.Evaluate;

/// <summary>What a figure of an evaluation is taken of.</summary>
internal enum ScoreKind
{
    /// <summary>The order of the members.</summary>
    Rank,

    /// <summary>The cross-fitted probability.</summary>
    Calibrated,

    /// <summary>The score divided by 100, or the probability a ranking gives itself.</summary>
    Said,
}

/// <summary>A figure of an evaluation.</summary>
internal sealed record EvaluationFigure(string Id, string Title, ScoreKind Kind, Func<ScoredOutcomes, double> Of)
{
    public static IReadOnlyList<EvaluationFigure> All { get; } =
    [
        .. Figure.OfRanking.Select(figure => new EvaluationFigure(figure.Id, figure.Title, ScoreKind.Rank, figure.Of)),
        .. Figure.OfProbabilities.Select(figure => new EvaluationFigure(figure.Id, figure.Title, ScoreKind.Calibrated, figure.Of)),
        new("brierOfScore", "Brier score of score/100", ScoreKind.Said, Probabilities.BrierScore),
        new("eceOfScore", "calibration error of score/100", ScoreKind.Said, Probabilities.CalibrationError),
    ];
}
