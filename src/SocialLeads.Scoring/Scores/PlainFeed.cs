namespace SocialLeads.Scoring.Scores;

/// <summary>
/// What becomes of a series that is nothing but weighted and added to one signal, as most are. Such feeds lie together, so that a processor
/// need not follow one reference after another for each series of each member.
/// </summary>
/// <param name="Signal">The signal.</param>
/// <param name="AgeWeights">How much a day counts.</param>
/// <param name="FacetWeight">What the facet counts, in thousandths; a product with a small sum stays within 64 bits.</param>
internal readonly record struct PlainFeed(int Signal, AgeWeights AgeWeights, long FacetWeight)
{
    /// <summary>Whether feeds are one that is plain.</summary>
    public static bool Is(Feed[] feeds) => feeds is [{ IsAdditive: true, IsPlain: true, Role: FeedRole.Sum }];

    /// <summary>The feed, if it is plain.</summary>
    public static PlainFeed Of(Feed[] feeds) => Is(feeds) ? new(feeds[0].Signal, feeds[0].AgeWeights, feeds[0].FacetWeight) : default;
}
