namespace SocialLeads.Scoring.Accuracy;

/// <summary>A figure with how far it would vary with another sample of members.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Interval">From where to where it may lie.</param>
public readonly record struct Estimate(double Value, Interval Interval);
