using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>What becomes of a series under a model.</summary>
/// <param name="Feeds">Where it goes; empty when the model does not look at it.</param>
/// <param name="Shape">The shape of its cells.</param>
internal readonly record struct FedSeries(Feed[] Feeds, CellShape Shape)
{
    /// <summary>Whether the model looks at it. Asked of every series, and so without a look at the feeds.</summary>
    public bool IsFed { get; } = Feeds.Length > 0;

    /// <summary>Whether nothing older than the latest cell is looked at.</summary>
    public bool LatestOnly { get; } = Array.TrueForAll(Feeds, static feed => feed.TakesLatest);

    /// <summary>Whether everything that it gives can be added to the signals' sums at once.</summary>
    public bool IsAdditive { get; } = Array.TrueForAll(Feeds, static feed => feed.IsAdditive);
}
