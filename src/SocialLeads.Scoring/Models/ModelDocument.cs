using System.Collections.Immutable;
using System.Globalization;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads model documents.</summary>
public static class ModelDocument
{
    /// <summary>Reads and checks a YAML document. Never throws, whatever the text.</summary>
    public static ModelParseResult Parse(string? yaml)
    {
        yaml ??= "";
        if (TextRules.IsLongerThan(yaml, ModelBounds.MaxDocumentBytes))
            return new(null, [new("", TextRules.TooLong(ModelBounds.MaxDocumentBytes))]);
        var violations = new List<FieldViolation>();
        var root = YamlReader.Read(yaml, violations);
        if (root is not null and not MapNode) violations.Add(new("", $"is {root.Sort}, not a map"));
        if (root is not MapNode map) return new(null, violations);
        var model = ReadModel(new MapReader(map, "", violations), yaml);
        if (violations.Count == 0) violations.AddRange(StagesOutOfReach(model));
        return violations.Count > 0 ? new(null, violations) : new(model, []);
    }

    private static ScoringModel ReadModel(MapReader map, string yaml)
    {
        var (id, version) = (ReadId(map), map.Whole("version", 1, 1_000_000_000));
        var title = map.Text("title", ModelBounds.MaxTitleBytes);
        var description = map.Text("description", ModelBounds.MaxProseBytes, required: false, manyLines: true);
        var curve = CurveReader.Read(map);
        var intercept = ReadIntercept(map);
        var filters = FiltersReader.Read(map);
        var signals = ReadSignals(map, filters, intercept);
        var combine = ReadCombine(map);
        FiltersReader.CheckCounted(map, filters, signals);
        CheckMost(map, signals, combine, intercept, curve);
        var model = new ScoringModel
        {
            Id = id,
            Version = version,
            Title = title,
            Description = description,
            Curve = curve,
            Intercept = intercept,
            Signals = signals,
            Filters = filters,
            Combine = combine,
            Groups = GroupsReader.Read(map, signals),
            Ladder = StagesReader.Read(map),
            Company = CompanyReader.Read(map),
            Document = yaml,
        };
        map.Close();
        return model;
    }

    private static string ReadId(MapReader map)
    {
        var id = map.Text("model", ModelBounds.MaxIdBytes);
        if (id.Length is > 0 and <= ModelBounds.MaxIdBytes && !ScoringModel.IsId(id))
            map.Refuse("model", "is not a lower-case name with dashes ([a-z][a-z0-9-]*)");
        return id;
    }

    private static Points ReadIntercept(MapReader map)
    {
        const string Key = ScoringModel.InterceptId;
        var intercept = map.Thousandths(Key, -Points.MaxThousandths, Points.MaxThousandths, required: false);
        return Points.FromThousandths(map.Has(Key) ? intercept : 0);
    }

    private static DimensionWeights ReadCombine(MapReader map)
    {
        const long Max = 100_000;
        if (map.Map("combine", required: false) is not { } combine) return DimensionWeights.PlainSum;
        var weights = new DimensionWeights(
            combine.Thousandths("fit", 0, Max, required: false), combine.Thousandths("engagement", 0, Max, required: false));
        combine.Close();
        return weights;
    }

    private static void CheckMost(
        MapReader map, ImmutableArray<Signal> signals, DimensionWeights weights, Points intercept, ScoreCurve curve)
    {
        var caps = CapsOf(signals, weights);
        if (caps == 0 && signals.Length > 0) map.Refuse("combine", "leaves no signal any points");
        if (Math.Abs(intercept.Thousandths) + caps <= curve.Most.Thousandths) return;
        var sum = intercept == Points.Zero ? "have caps that add up to" : "have caps that add up, with the intercept, to";
        map.Refuse("signals", string.Create(CultureInfo.InvariantCulture, $"{sum} more than {curve.Most.Thousandths / 1000:N0} points"));
    }

    private static long CapsOf(ImmutableArray<Signal> signals, DimensionWeights weights) =>
        signals.Sum(signal => weights.Weigh(signal.Dimension, signal.Cap.Thousandths));

    /// <summary>Stages that nobody can come to. Asked of a model that is right otherwise: what is misread has no caps to go by.</summary>
    private static IEnumerable<FieldViolation> StagesOutOfReach(ScoringModel model)
    {
        var most = Points.FromThousandths(CapsOf(model.Signals, model.Combine) + model.Intercept.Thousandths);
        return model.Ladder.Stages.Index().Where(stage => stage.Item.From > most).Select(stage =>
            new FieldViolation($"stages[{stage.Index}].from", $"is {stage.Item.From}, more than the {most} points that anybody can have"));
    }

    private static ImmutableArray<Signal> ReadSignals(MapReader map, ImmutableArray<TextFilter> filters, Points intercept)
    {
        var signals = ImmutableArray.CreateBuilder<Signal>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in map.Maps("signals", ModelBounds.MaxSignals, "signals", required: true))
        {
            var signal = SignalReader.Read(one, filters);
            if (signal.Id.Length > 0 && !ids.Add(signal.Id)) one.Refuse("signal", $"is given twice: {signal.Id}");
            if (signal.Id == ScoringModel.InterceptId && intercept != Points.Zero)
                one.Refuse("signal", "is the name under which the model's intercept is shown");
            signals.Add(signal);
        }
        return signals.ToImmutable();
    }
}
