namespace SocialLeads.Scoring.Scores;

/// <summary>What becomes of a series under a model.</summary>
/// <param name="Feeds">Where it goes; empty when the model does not look at it.</param>
internal readonly record struct FedSeries(Feed[] Feeds)
{
    /// <summary>Whether nothing older than the latest cell is looked at.</summary>
    public bool LatestOnly { get; } = Array.TrueForAll(Feeds, static feed => feed.TakesLatest);
}
