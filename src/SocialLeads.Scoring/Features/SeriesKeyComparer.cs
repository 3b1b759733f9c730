namespace SocialLeads.Scoring.Features;

/// <summary>Compares series as their own equality does, without going through a comparer for each part.</summary>
internal sealed class SeriesKeyComparer : IEqualityComparer<SeriesKey>
{
    public static readonly SeriesKeyComparer Instance = new();

    public bool Equals(SeriesKey x, SeriesKey y) =>
        x.Dimension == y.Dimension && x.Metric == y.Metric
        && string.Equals(x.Facet, y.Facet, StringComparison.Ordinal) && string.Equals(x.Kind, y.Kind, StringComparison.Ordinal);

    public int GetHashCode(SeriesKey key)
    {
        // The hash of a string is seeded for each process: senders cannot choose facets that collide.
        var facet = key.Facet.Length == 0 ? 0 : key.Facet.GetHashCode(StringComparison.Ordinal);
        return ((key.Kind.GetHashCode(StringComparison.Ordinal) * 31 + facet) * 31 + (int)key.Dimension) * 31 + (int)key.Metric;
    }
}
