using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads one signal of a model document.</summary>
internal static class SignalReader
{
    private const long MaxWeightThousandths = 1_000_000_000;

    public static Signal Read(MapReader map, ImmutableArray<TextFilter> filters)
    {
        var id = map.Text("signal", ModelBounds.MaxIdBytes);
        if (id.Length > 0 && !TextRules.IsSnakeName(id)) map.Refuse("signal", "is not a lower_snake_case name ([a-z][a-z0-9_]*)");
        var title = map.Text("title", ModelBounds.MaxTitleBytes);
        var why = map.Text("why", ModelBounds.MaxProseBytes, manyLines: true);
        var measure = MeasureNames.Read(map);
        var kinds = KindsReader.Read(map, "kinds", required: measure != Measure.Colleagues);
        var ends = ReadEnds(map, measure, kinds);
        var facet = FacetNames.Read(map);
        var lookback = ReadLookback(map);
        if (measure is { } m && facet is { } f) SignalRules.Check(map, m, f, lookback);
        var steps = StepsReader.Read(map);
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
            Filter = ReadFilter(map, filters, kinds, measure, facet),
            Dimension = ReadDimension(map),
            Group = map.Text("group", ModelBounds.MaxIdBytes, required: false),
            Steps = steps,
            WeightThousandths = ReadWeight(map, required: steps is null),
            FacetWeights = FacetWeightsReader.Read(map, facet ?? default),
            Transform = TransformReader.Read(map),
            Cap = Points.FromThousandths(steps?.Most ?? map.Thousandths("cap", 1, Points.MaxThousandths)),
        };
        map.Close();
        return signal;
    }

    private static ImmutableArray<string> ReadEnds(MapReader map, Measure? measure, ImmutableArray<string> kinds)
    {
        var ends = KindsReader.Read(map, "ends", required: measure == Measure.Membership);
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

    private static TextFilter? ReadFilter(
        MapReader map, ImmutableArray<TextFilter> filters, ImmutableArray<string> kinds, Measure? measure, Facet? facet)
    {
        const string Key = "filter";
        var id = map.Text(Key, ModelBounds.MaxIdBytes, required: false);
        if (id.Length == 0) return null;
        if (measure is { } m && m is not (Measure.Count or Measure.ActiveDays or Measure.Change or Measure.Onset))
            map.Refuse(Key, $"goes with measure count, active_days, change or onset only: features hold no {MeasureNames.Of(m)} by filter");
        if (facet is { Kind: not FacetKind.None })
            map.Refuse(Key, "goes with facet none only: features hold counts by filter and by facet, but not by both at once");
        if (map.Has("where")) map.Refuse(Key, "is given together with where; give the filter the attribute instead");
        var filter = filters.FirstOrDefault(one => one.Id == id);
        if (filter is null) map.Refuse(Key, $"names {id}, which filters do not have");
        if (filter is not { Kinds.IsEmpty: false }) return filter;
        foreach (var kind in kinds.Except(filter.Kinds)) map.Refuse("kinds", $"names {kind}, which filter {id} does not look at");
        return filter;
    }

    private static ScoreDimension ReadDimension(MapReader map)
    {
        if (map.Scalar("dimension", required: false) is not { } scalar) return ScoreDimension.Engagement;
        if (scalar.Value == "fit") return ScoreDimension.Fit;
        if (scalar.Value != "engagement") map.Refuse("dimension", "is none of fit, engagement");
        return ScoreDimension.Engagement;
    }

    private static long ReadWeight(MapReader map, bool required)
    {
        var weight = map.Thousandths("weight", -MaxWeightThousandths, MaxWeightThousandths, required);
        if (weight == 0) map.Refuse("weight", "is 0; leave the signal out instead");
        return weight;
    }
}
