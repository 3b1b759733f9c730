using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads one signal of a model document.</summary>
internal static class SignalReader
{
    private const long MaxWeightThousandths = 1_000_000_000;

    public static Signal Read(MapReader map)
    {
        var id = map.Text("signal", ModelBounds.MaxIdBytes);
        if (id.Length > 0 && !TextRules.IsSnakeName(id)) map.Refuse("signal", "is not a lower_snake_case name ([a-z][a-z0-9_]*)");
        var title = map.Text("title", ModelBounds.MaxTitleBytes);
        var why = map.Text("why", ModelBounds.MaxProseBytes, manyLines: true);
        var measure = MeasureNames.Read(map);
        var kinds = ReadKinds(map, "kinds", required: measure != Measure.Colleagues);
        var ends = ReadEnds(map, measure, kinds);
        var facet = FacetNames.Read(map);
        var lookback = ReadLookback(map);
        if (measure is { } m && facet is { } f) SignalRules.Check(map, m, f, lookback);
        var signal = new Signal
        {
            Id = id,
            Title = title,
            Why = why,
            Kinds = kinds,
            Ends = ends,
            Facet = facet ?? default,
            Measure = measure ?? default,
            Lookback = lookback,
            Pattern = PatternReader.Read(map, measure ?? default, lookback),
            Limits = LimitsReader.Read(map, measure ?? default, facet ?? default, lookback),
            Where = AttributeConditionReader.Read(map, measure, facet),
            Dimension = ReadDimension(map),
            Group = map.Text("group", ModelBounds.MaxIdBytes, required: false),
            WeightThousandths = ReadWeight(map),
            FacetWeights = FacetWeightsReader.Read(map, facet ?? default),
            Transform = TransformReader.Read(map),
            Cap = Points.FromThousandths(map.Thousandths("cap", 1, Points.MaxThousandths)),
        };
        map.Close();
        return signal;
    }

    private static ImmutableArray<string> ReadKinds(MapReader map, string key, bool required)
    {
        if (map.List(key, required) is not { } nodes) return [];
        if (nodes.Count is 0 or > ModelBounds.MaxKinds)
        {
            map.Refuse(key, $"is not a list of 1 to {ModelBounds.MaxKinds} kinds of activity");
            return [];
        }
        var kinds = new List<string>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var kind = (nodes[i] as ScalarNode)?.Value ?? "";
            if (!TextRules.IsSnakeName(kind) || kind.Length > ActivityRules.MaxKindBytes)
                map.Refuse(key, $"item {i} is not a lower_snake_case name of at most {ActivityRules.MaxKindBytes} bytes");
            else if (kinds.Contains(kind))
                map.Refuse(key, $"names {kind} twice");
            else
                kinds.Add(kind);
        }
        return [.. kinds];
    }

    private static ImmutableArray<string> ReadEnds(MapReader map, Measure? measure, ImmutableArray<string> kinds)
    {
        var ends = ReadKinds(map, "ends", required: measure == Measure.Membership);
        if (map.Has("ends") && measure is not null and not Measure.Membership)
            map.Refuse("ends", "goes with measure membership only");
        foreach (var kind in ends.Intersect(kinds)) map.Refuse("ends", $"names {kind}, which is also in kinds");
        return ends;
    }

    private static Lookback ReadLookback(MapReader map)
    {
        var window = map.Whole("window_days", 1, ModelBounds.HorizonDays, required: false);
        var halfLife = map.Whole("half_life_days", 1, ModelBounds.HorizonDays, required: false);
        if (map.Has("window_days") && map.Has("half_life_days"))
            map.Refuse("half_life_days", "is given together with window_days; give one of them, or neither for all time");
        if (map.Has("window_days")) return new(LookbackKind.Window, window);
        return map.Has("half_life_days") ? new(LookbackKind.HalfLife, halfLife) : new(LookbackKind.AllTime, 0);
    }

    private static ScoreDimension ReadDimension(MapReader map)
    {
        if (map.Scalar("dimension", required: false) is not { } scalar) return ScoreDimension.Engagement;
        if (scalar.Value == "fit") return ScoreDimension.Fit;
        if (scalar.Value != "engagement") map.Refuse("dimension", "is none of fit, engagement");
        return ScoreDimension.Engagement;
    }

    private static long ReadWeight(MapReader map)
    {
        var weight = map.Thousandths("weight", -MaxWeightThousandths, MaxWeightThousandths);
        if (weight == 0) map.Refuse("weight", "is 0; leave the signal out instead");
        return weight;
    }
}
