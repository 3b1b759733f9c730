using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Which measures can be taken by which facets: those that the features hold.</summary>
internal static class SignalRules
{
    public static void Check(MapReader map, Measure measure, Facet facet, Lookback lookback)
    {
        var facets = FacetsOf(measure);
        if (!facets.Contains(facet.Kind))
        {
            var names = string.Join(", ", facets.Select(FacetNames.Of));
            map.Refuse("facet", $"does not go with measure {MeasureNames.Of(measure)}, which takes {names}");
        }
        // Behind the retention days are not told apart, so they cannot be counted.
        if (measure == Measure.ActiveDays && lookback.Kind == LookbackKind.AllTime)
            map.Refuse("measure", "active_days needs window_days or half_life_days");
        if (measure != Measure.Colleagues) return;
        if (map.Has("kinds")) map.Refuse("kinds", "does not go with measure colleagues, which is made of their points");
        if (map.Has("group"))
            map.Refuse("group", "does not go with measure colleagues, whose share is the same whatever the member does; give it a cap of its own");
        if (lookback.Kind != LookbackKind.AllTime)
            map.Refuse("measure", "colleagues takes neither window_days nor half_life_days; their points are as of the same day");
    }

    private static FacetKind[] FacetsOf(Measure measure) => measure switch
    {
        Measure.Count => Enum.GetValues<FacetKind>(),
        Measure.ActiveDays => [.. Enum.GetValues<FacetKind>().Where(static kind => kind != FacetKind.EmailDomainRelation)],
        Measure.DurationSeconds => [FacetKind.None, FacetKind.Tag],
        Measure.DistinctPeers => [FacetKind.None, FacetKind.PeerRole],
        Measure.Membership => [FacetKind.Group],
        _ => [FacetKind.None],
    };
}
