using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Members;

/// <summary>
/// Answers for one member. Its key is <c>tenant/member</c>, see <see cref="MemberKey"/>. What it answers includes everything that
/// was acknowledged before it was asked.
/// </summary>
[Alias("SocialLeads.IMemberGrain")]
public interface IMemberGrain : IGrainWithStringKey
{
    /// <summary>The member's score under the board's model as of its day; null without activity on or before the day.</summary>
    [Alias("Score")]
    Task<MemberScore?> Score(BoardId board);
}
