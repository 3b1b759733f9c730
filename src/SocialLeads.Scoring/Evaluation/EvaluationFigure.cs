using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Evaluation;

/// <summary>What a figure of an evaluation is taken of.</summary>
public enum ScoreKind
{
    /// <summary>The order of the members.</summary>
    Rank,

    /// <summary>The cross-fitted probability.</summary>
    Calibrated,

    /// <summary>The score divided by 100, or the probability a ranking gives itself.</summary>
    Said,
}

/// <summary>A figure of an evaluation.</summary>
/// <param name="Id">Its name in JSON and on the wire.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Kind">What it is taken of.</param>
/// <param name="Of">Measures it.</param>
public sealed record EvaluationFigure(string Id, string Title, ScoreKind Kind, Func<ScoredOutcomes, double> Of)
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<EvaluationFigure> All { get; } =
    [
        .. Figure.OfRanking.Select(figure => new EvaluationFigure(figure.Id, figure.Title, ScoreKind.Rank, figure.Of)),
        .. Figure.OfProbabilities.Select(figure => new EvaluationFigure(figure.Id, figure.Title, ScoreKind.Calibrated, figure.Of)),
        new("brierOfScore", "Brier score of score/100", ScoreKind.Said, Probabilities.BrierScore),
        new("eceOfScore", "calibration error of score/100", ScoreKind.Said, Probabilities.CalibrationError),
    ];
}
