namespace SocialLeads.Scoring.Accuracy;

/// <summary>From where to where a figure may lie.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, at least as high.</param>
public readonly record struct Interval(double Low, double High);
