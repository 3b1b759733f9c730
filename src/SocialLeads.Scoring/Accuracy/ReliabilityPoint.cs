namespace SocialLeads.Scoring.Accuracy;

/// <summary>A point of the reliability curve of a panel.</summary>
/// <param name="MeanProbability">The mean probability of the rows, 0 to 1.</param>
/// <param name="PositiveFraction">The fraction of the rows that is positive, 0 to 1.</param>
/// <param name="Rows">How many rows, above 0: a member counts on each day.</param>
public readonly record struct ReliabilityPoint(double MeanProbability, Estimate PositiveFraction, int Rows);
