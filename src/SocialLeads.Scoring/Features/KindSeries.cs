namespace SocialLeads.Scoring.Features;

/// <summary>The ids of the series of one kind of activity, found by the facet alone.</summary>
internal sealed class KindSeries(string kind, SeriesSource series)
{
    private static readonly int _dimensions = (int)Enum.GetValues<Dimension>().Max() + 1;
    private static readonly int _metrics = Enum.GetValues<Metric>().Length;

    private readonly int[] _plain = [.. Enumerable.Repeat(-1, _metrics)];
    private readonly Dictionary<string, int>?[] _byFacet = new Dictionary<string, int>?[_dimensions * _metrics];

    /// <summary>The series that is counted by nothing.</summary>
    public int Of(Metric metric)
    {
        ref var id = ref _plain[(int)metric];
        if (id < 0) id = series.Find(new(kind, Dimension.None, "", metric));
        return id;
    }

    /// <summary>The series of a facet, or <see cref="SeriesSource.Refused"/>.</summary>
    public int Of(Dimension dimension, string facet, Metric metric)
    {
        var ids = _byFacet[(int)dimension * _metrics + (int)metric] ??= new(StringComparer.Ordinal);
        if (ids.TryGetValue(facet, out var id)) return id;
        id = series.Find(new(kind, dimension, facet, metric));
        if (id != SeriesSource.Refused) ids.Add(facet, id);
        return id;
    }
}
