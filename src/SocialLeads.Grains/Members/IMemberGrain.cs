using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Members;

/// <summary>
/// Answers what takes long about one member. Its key is that of <see cref="MemberKey"/>, from which the member's id cannot be read,
/// so the id comes with each question. What it answers includes everything that was acknowledged before it was asked.
/// </summary>
[Alias("SocialLeads.IMemberGrain")]
public interface IMemberGrain : IGrainWithStringKey
{
    /// <summary>The member's score day by day from a day to the board's, under its model; null for an unknown member.</summary>
    [Alias("History")]
    Task<ScoreHistory?> History(string tenant, string member, BoardId board, int fromDay);

    /// <summary>
    /// What the member was busy with in so many days up to a day, at most so many topics; null without activity on or before the day.
    /// </summary>
    [Alias("Topics")]
    Task<MemberTopics?> Topics(string tenant, string member, int asOfDay, int days, int most);
}
