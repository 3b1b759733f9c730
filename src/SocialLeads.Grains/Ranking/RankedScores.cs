using SocialLeads.Grains.Members;

namespace SocialLeads.Grains.Ranking;

/// <summary>The scores of some members and where they stand.</summary>
/// <param name="Scores">One for each member; null for those without activity on or before the day.</param>
/// <param name="Ranks">From 1, one for each member that has a score; 0 where no rank was asked for.</param>
/// <param name="Total">How many members are ranked in all; 0 where no rank was asked for.</param>
public sealed record RankedScores(IReadOnlyList<MemberScore?> Scores, IReadOnlyList<long> Ranks, long Total);
