using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Evaluation;

/// <summary>How well one ranking found those to whom something happened.</summary>
/// <param name="Figures">The figures by <see cref="EvaluationFigure.Id"/>; those of probabilities only where there are such.</param>
/// <param name="Reliability">The curve of the cross-fitted probability; empty when there is none.</param>
/// <param name="ReliabilityOfScore">The curve of what it says itself; empty when it says only an order.</param>
/// <param name="Gains">For shares of the members from the top, the fraction of the positive ones among them.</param>
public sealed record RankingAccuracy(
    IReadOnlyDictionary<string, Estimate> Figures,
    IReadOnlyList<ReliabilityPoint> Reliability,
    IReadOnlyList<ReliabilityPoint> ReliabilityOfScore,
    IReadOnlyList<Gain> Gains);

/// <summary>What is found when a share of the members is looked at, from the top: both 0 to 1.</summary>
public readonly record struct Gain(double Share, double Recall);
