namespace SocialLeads.Scoring.Topics;

/// <summary>A tag or hashtag that a member was busy with.</summary>
/// <param name="Tag">The tag as it was sent; hashtags begin with <c>#</c>.</param>
/// <param name="Count">How many activities had it, 1 or more.</param>
/// <param name="LatestDay">The last day with one; see <see cref="Activities.UtcDay"/>.</param>
public sealed record Topic(string Tag, long Count, int LatestDay)
{
    /// <summary>Whether it is a hashtag.</summary>
    public bool IsHashtag => Tag.StartsWith('#');
}
