namespace SocialLeads.Scoring.Evaluation;

/// <summary>The members of one day, what several rankings say of them, and what happened to them afterwards.</summary>
/// <param name="Members">The number of each member, from 0, the same on all days; none twice.</param>
/// <param name="Positive">What happened to each. Some are positive, and some are not.</param>
/// <param name="Scores">For each ranking what it says of each.</param>
public sealed record EvaluatedMembers(
    IReadOnlyList<int> Members, IReadOnlyList<bool> Positive, IReadOnlyList<IReadOnlyList<RankedScore>> Scores);
