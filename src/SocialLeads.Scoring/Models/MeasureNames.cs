using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>The names of measures in documents.</summary>
internal static class MeasureNames
{
    private static readonly Dictionary<string, Measure> _names = new(StringComparer.Ordinal)
    {
        ["count"] = Measure.Count,
        ["duration_seconds"] = Measure.DurationSeconds,
        ["value"] = Measure.Value,
        ["distinct_peers"] = Measure.DistinctPeers,
        ["active_days"] = Measure.ActiveDays,
        ["latest_value"] = Measure.LatestValue,
        ["latest_duration_seconds"] = Measure.LatestDurationSeconds,
        ["membership"] = Measure.Membership,
        ["change"] = Measure.Change,
        ["onset"] = Measure.Onset,
        ["colleagues"] = Measure.Colleagues,
    };

    public static string Of(Measure measure) => _names.First(entry => entry.Value == measure).Key;

    /// <summary>The measure of a signal; null, with a violation, if it has none that is known.</summary>
    public static Measure? Read(MapReader map)
    {
        if (map.Scalar("measure", required: true) is not { } scalar) return null;
        if (_names.TryGetValue(scalar.Value, out var measure)) return measure;
        map.Refuse("measure", $"is none of {string.Join(", ", _names.Keys)}");
        return null;
    }
}
