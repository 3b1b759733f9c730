namespace SocialLeads.Scoring.Features;

/// <summary>Names one series of counters of a member: what kind of activity, by what facet, and what is held for each day.</summary>
/// <param name="Kind">The kind of activity.</param>
/// <param name="Dimension">What it is counted by.</param>
/// <param name="Facet">The tag, the group, the role; empty for <see cref="Dimension.None"/>, may be empty for peers.</param>
/// <param name="Metric">What is held for each day.</param>
public readonly record struct SeriesKey(string Kind, Dimension Dimension, string Facet, Metric Metric);
