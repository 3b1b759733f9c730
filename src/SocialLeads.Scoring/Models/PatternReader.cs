using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Patterns;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads how a signal of a change or an onset judges weeks.</summary>
internal static class PatternReader
{
    private const int ChangeRecentWeeks = 2;
    private const int OnsetRecentWeeks = 4;
    private const int ChangeBaselineWeeks = 12;
    private const int OnsetBaselineWeeks = 26;
    private const long MaxBeyondThousandths = 15_000;
    private const long ChangeBeyondThousandths = 3_000;
    private const long OnsetBeyondThousandths = 1_500;

    private static readonly string[] _fields = ["recent_weeks", "baseline_weeks", "beyond", "direction"];

    public static PatternRule Read(MapReader map, Measure measure, Lookback lookback)
    {
        if (measure is not (Measure.Change or Measure.Onset))
        {
            foreach (var field in _fields)
            {
                if (map.Node(field, required: false) is not null) map.Refuse(field, "goes with measure change or onset only");
            }
            return default;
        }
        var onset = measure == Measure.Onset;
        if (lookback.Kind != LookbackKind.AllTime)
        {
            var field = lookback.Kind == LookbackKind.Window ? "window_days" : "half_life_days";
            map.Refuse(field, $"does not go with measure {MeasureNames.Of(measure)}; recent_weeks and baseline_weeks say where it looks");
        }
        return new(
            Weeks(map, "recent_weeks", 1, PatternRule.MostRecentWeeks, onset ? OnsetRecentWeeks : ChangeRecentWeeks),
            Weeks(
                map, "baseline_weeks", PatternRule.LeastBaselineWeeks, PatternRule.MostBaselineWeeks,
                onset ? OnsetBaselineWeeks : ChangeBaselineWeeks),
            Beyond(map, onset),
            Direction(map, onset));
    }

    private static int Weeks(MapReader map, string key, int min, int max, int otherwise)
    {
        var weeks = map.Whole(key, min, max, required: false);
        return map.Has(key) ? weeks : otherwise;
    }

    private static long Beyond(MapReader map, bool onset)
    {
        var beyond = map.Thousandths("beyond", 0, MaxBeyondThousandths, required: false);
        if (map.Has("beyond")) return beyond;
        return onset ? OnsetBeyondThousandths : ChangeBeyondThousandths;
    }

    private static ChangeDirection Direction(MapReader map, bool onset)
    {
        if (map.Scalar("direction", required: false) is not { } scalar) return ChangeDirection.Up;
        if (onset) map.Refuse("direction", "does not go with measure onset, which is always up");
        switch (scalar.Value)
        {
            case "up": return ChangeDirection.Up;
            case "down": return ChangeDirection.Down;
            case "either": return ChangeDirection.Either;
            default:
                map.Refuse("direction", "is none of up, down, either");
                return ChangeDirection.Up;
        }
    }
}
