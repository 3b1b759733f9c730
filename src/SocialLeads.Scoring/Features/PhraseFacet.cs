namespace SocialLeads.Scoring.Features;

/// <summary>The facet of a <see cref="Dimension.Phrase"/> series: that of the filter, which has no space, and the phrase.</summary>
public static class PhraseFacet
{
    /// <summary>The facet.</summary>
    /// <param name="filter">The facet of the filter's own series.</param>
    /// <param name="phrase">The phrase in the form that is the same for all that match the same.</param>
    internal static string Of(string filter, string phrase) => $"{filter} {phrase}";

    /// <summary>The facet of the filter's own series.</summary>
    internal static string FilterOf(string facet) => facet[..facet.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The filter's facet of a series of matches or of phrases; null for other series.</summary>
    public static string? FilterOf(in SeriesKey key) => key.Dimension switch
    {
        Dimension.Filter => key.Facet,
        Dimension.Phrase => FilterOf(key.Facet),
        _ => null,
    };

    /// <summary>The phrase, if the facet is of a filter; null if not.</summary>
    internal static string? PhraseOf(string facet, string filter) =>
        facet.Length > filter.Length && facet[filter.Length] == ' ' && facet.StartsWith(filter, StringComparison.Ordinal)
            ? facet[(filter.Length + 1)..]
            : null;
}
