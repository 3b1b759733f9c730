using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>That a series goes into a slot, and how.</summary>
/// <param name="Role">How.</param>
/// <param name="Slot">The slot.</param>
/// <param name="AgeWeights">How much a day counts.</param>
/// <param name="Signal">The signal of the slot; -1 for the member's own e-mail domain.</param>
/// <param name="FacetWeight">What the slot's facet counts, in thousandths.</param>
/// <param name="Kind">The place of the series' kind among the signal's.</param>
/// <param name="IsAdditive">
/// Whether what the series gives can be added to the signal's sums at once, when nobody asks which facet it came from.
/// </param>
/// <param name="IsLimited">Whether the signal has limits.</param>
internal readonly record struct Feed(
    FeedRole Role, int Slot, AgeWeights AgeWeights, int Signal, long FacetWeight, int Kind, bool IsAdditive, bool IsLimited)
{
    /// <summary>Whether the latest cell is all it takes.</summary>
    public bool TakesLatest => Role is FeedRole.Latest or FeedRole.Join or FeedRole.Leave or FeedRole.OwnDomain;

    /// <summary>
    /// Whether all that becomes of it is that it is weighted and added, by a weight that times a small sum stays within 64 bits.
    /// </summary>
    public bool IsPlain { get; init; }

    /// <summary>
    /// The last age that has to be known, unless it takes the latest: what is older gives the same whether it is dated or not. Limits on days,
    /// and days that are told apart, go with weights that end; weeks are told apart as far back as there are any.
    /// </summary>
    public int LastTold => Role == FeedRole.Week ? ModelBounds.HorizonDays : AgeWeights.LastTold;
}

/// <summary>How the cells of a series go into a slot.</summary>
internal enum FeedRole
{
    /// <summary>Added, weighted by age.</summary>
    Sum,

    /// <summary>The second sum, added weighted by age.</summary>
    SecondSum,

    /// <summary>Added like a sum, to the total that the facets are taken from.</summary>
    Total,

    /// <summary>Subtracted, weighted by age.</summary>
    Loss,

    /// <summary>The days are told apart.</summary>
    Day,

    /// <summary>The weeks are told apart.</summary>
    Week,

    /// <summary>The peers are told apart.</summary>
    Peer,

    /// <summary>The peers are told apart, to see how many stand behind the signal; nothing is added.</summary>
    People,

    /// <summary>The latest stays.</summary>
    Latest,

    /// <summary>The latest beginning of a membership stays.</summary>
    Join,

    /// <summary>The latest end of a membership stays.</summary>
    Leave,

    /// <summary>The latest tells the member's own e-mail domain.</summary>
    OwnDomain,
}

/// <summary>Where what is measured of one signal under one facet is gathered.</summary>
/// <param name="Signal">The place of the signal in the model; -1 for the member's own e-mail domain.</param>
/// <param name="Facet">The facet.</param>
/// <param name="FacetWeight">What the facet counts, in thousandths.</param>
/// <param name="IsTotal">Whether it gathers the total that the signal's facets are taken from.</param>
internal readonly record struct Slot(int Signal, string Facet, long FacetWeight, bool IsTotal);
