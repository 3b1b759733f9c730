using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Members;

/// <summary>
/// Answers for one member. Its key is that of <see cref="MemberKey"/>, from which the member's id cannot be read, so the id comes with
/// each question. What it answers includes everything that was acknowledged before it was asked.
/// </summary>
[Alias("SocialLeads.IMemberGrain")]
public interface IMemberGrain : IGrainWithStringKey
{
    /// <summary>The member's score under the board's model as of its day; null without activity on or before the day.</summary>
    [Alias("Score")]
    Task<MemberScore?> Score(string tenant, string member, BoardId board);
}
