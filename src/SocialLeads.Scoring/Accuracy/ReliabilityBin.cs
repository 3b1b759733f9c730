namespace SocialLeads.Scoring.Accuracy;

/// <summary>A point of the reliability curve.</summary>
/// <param name="MeanProbability">The mean probability of the rows, 0 to 1.</param>
/// <param name="PositiveFraction">The fraction of the rows that is positive, 0 to 1.</param>
/// <param name="Rows">How many rows, above 0.</param>
public readonly record struct ReliabilityBin(double MeanProbability, double PositiveFraction, int Rows);
