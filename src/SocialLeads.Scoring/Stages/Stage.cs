using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Stages;

/// <summary>A stage of a member, as a sales funnel has them.</summary>
/// <param name="Id">The id, <c>[a-z][a-z0-9_]*</c>, at most 64 bytes.</param>
/// <param name="From">The points from which on a member is in it, 0 or more.</param>
public sealed record Stage(string Id, Points From);
