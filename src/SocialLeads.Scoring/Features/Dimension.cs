namespace SocialLeads.Scoring.Features;

/// <summary>What a series is counted by. The numbers are persisted.</summary>
public enum Dimension
{
    /// <summary>Nothing: all activities of the kind; the facet is empty.</summary>
    None = 0,

    /// <summary>The group.</summary>
    Group = 1,

    /// <summary>Each tag.</summary>
    Tag = 2,

    /// <summary>The role of the other side.</summary>
    PeerRole = 3,

    /// <summary>The e-mail domain, lower-case.</summary>
    EmailDomain = 4,

    /// <summary>The channel.</summary>
    Channel = 5,

    /// <summary>Each further attribute; the facet is <c>name=value</c>.</summary>
    Attribute = 6,

    /// <summary>
    /// Each filter over text that the activity matches; the facet is its <see cref="Filters.TextFilter.SeriesFacet"/>. 7 stands for
    /// peers in <see cref="FeatureHeader.OverBound"/>.
    /// </summary>
    Filter = 8,

    /// <summary>
    /// Each phrase by which the activity matches a filter; the facet is the filter's and the phrase, see <see cref="PhraseFacet"/>. Nothing
    /// is scored by it: it is the evidence.
    /// </summary>
    Phrase = 9,
}
