using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the limits of a signal, and refuses those that the features cannot tell.</summary>
internal static class LimitsReader
{
    private const int MostOnOneDay = 1_000_000;

    public static SignalLimits Read(MapReader map, Measure measure, Facet facet, Lookback lookback)
    {
        var limits = new SignalLimits(
            Limit(map, "per_day", MostOnOneDay),
            Limit(map, "per_person", MostOnOneDay),
            Limit(map, "min_days", ModelBounds.HorizonDays),
            Limit(map, "min_people", FeatureBounds.MaxPeers));
        if (limits.PerDay > 0) CheckPerDay(map, measure, lookback);
        if (limits.PerPerson > 0) CheckPerPerson(map, measure, facet);
        if (limits.MinDays > 0) CheckMinDays(map, measure, lookback, limits.MinDays);
        if (limits.MinPeople > 0) CheckMinPeople(map, measure, facet);
        if (limits is { PerDay: > 0, PerPerson: > 0 })
            map.Refuse("per_day", "is given together with per_person; features do not tell which of a day's activities were with whom");
        return limits;
    }

    private static int Limit(MapReader map, string key, int max)
    {
        var limit = map.Whole(key, 1, max, required: false);
        return map.Has(key) ? limit : 0;
    }

    private static void CheckPerDay(MapReader map, Measure measure, Lookback lookback)
    {
        if (measure is not (Measure.Count or Measure.DurationSeconds or Measure.Change or Measure.Onset))
            map.Refuse("per_day", "goes with measure count, duration_seconds, change or onset only");
        // Behind the retention days are not told apart.
        else if (measure is Measure.Count or Measure.DurationSeconds && lookback.Kind == LookbackKind.AllTime)
            map.Refuse("per_day", "needs window_days or half_life_days");
    }

    private static void CheckPerPerson(MapReader map, Measure measure, Facet facet)
    {
        if (measure != Measure.Count)
            map.Refuse("per_person", "goes with measure count only");
        else
            CheckPeople(map, "per_person", facet);
    }

    private static void CheckMinDays(MapReader map, Measure measure, Lookback lookback, int days)
    {
        if (!AddsUp(measure))
            map.Refuse("min_days", $"does not go with measure {MeasureNames.Of(measure)}");
        else if (lookback.Kind == LookbackKind.AllTime)
            map.Refuse("min_days", "needs window_days or half_life_days");
        else if (lookback.Kind == LookbackKind.Window && days > lookback.Days)
            map.Refuse("min_days", $"is {days} days, more than the {lookback.Days} of window_days");
    }

    private static void CheckMinPeople(MapReader map, Measure measure, Facet facet)
    {
        if (!AddsUp(measure))
            map.Refuse("min_people", $"does not go with measure {MeasureNames.Of(measure)}");
        else
            CheckPeople(map, "min_people", facet);
    }

    /// <summary>Peers are held by kind and role and by nothing else.</summary>
    private static void CheckPeople(MapReader map, string key, Facet facet)
    {
        if (facet.Kind is not (FacetKind.None or FacetKind.PeerRole))
            map.Refuse(key, "goes with facet none or peer_role only: features hold no peers by other facets");
        foreach (var condition in (ReadOnlySpan<string>)["where", "filter"])
        {
            if (map.Has(condition)) map.Refuse(key, $"is given together with {condition}; features hold no peers by attribute or filter");
        }
    }

    private static bool AddsUp(Measure measure) => measure
        is Measure.Count or Measure.DurationSeconds or Measure.Value or Measure.DistinctPeers or Measure.ActiveDays;
}
