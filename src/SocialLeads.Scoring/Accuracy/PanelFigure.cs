namespace SocialLeads.Scoring.Accuracy;

/// <summary>A figure of one column of scores.</summary>
/// <param name="Column">Which column, from 0.</param>
/// <param name="Of">What to measure.</param>
public sealed record PanelFigure(int Column, Func<ScoredOutcomes, double> Of);
