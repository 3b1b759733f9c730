namespace SocialLeads.Scoring.Scores;

/// <summary>That a series goes into a slot, and how.</summary>
internal readonly record struct Feed(FeedRole Role, int Slot, AgeWeights AgeWeights);

/// <summary>How the cells of a series go into a slot.</summary>
internal enum FeedRole
{
    /// <summary>Added, weighted by age.</summary>
    Sum,

    /// <summary>Added like a sum, to the total that the facets are taken from.</summary>
    Total,

    /// <summary>Subtracted, weighted by age.</summary>
    Loss,

    /// <summary>The days are told apart.</summary>
    Day,

    /// <summary>The peers are told apart.</summary>
    Peer,

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
