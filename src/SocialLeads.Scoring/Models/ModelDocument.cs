using System.Collections.Immutable;
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
        return violations.Count > 0 ? new(null, violations) : new(model, []);
    }

    private static ScoringModel ReadModel(MapReader map, string yaml)
    {
        var (id, version) = (ReadId(map), map.Whole("version", 1, 1_000_000_000));
        var title = map.Text("title", ModelBounds.MaxTitleBytes);
        var description = map.Text("description", ModelBounds.MaxProseBytes, required: false, manyLines: true);
        var curve = ReadCurve(map);
        var filters = FiltersReader.Read(map);
        var signals = ReadSignals(map, filters);
        var combine = ReadCombine(map, signals);
        var model = new ScoringModel
        {
            Id = id,
            Version = version,
            Title = title,
            Description = description,
            Curve = curve,
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
        var wellFormed = id.Length > 0 && char.IsAsciiLetterLower(id[0])
            && id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (id.Length > 0 && !wellFormed) map.Refuse("model", "is not a lower-case name with dashes ([a-z][a-z0-9-]*)");
        return id;
    }

    private static ScoreCurve ReadCurve(MapReader map)
    {
        if (map.Map("curve", required: true) is not { } curve) return new(Points.FromThousandths(1000));
        var half = curve.Thousandths("half", 1000, Points.MaxThousandths);
        curve.Close();
        return new(Points.FromThousandths(half));
    }

    private static DimensionWeights ReadCombine(MapReader map, ImmutableArray<Signal> signals)
    {
        const long Max = 100_000;
        var weights = DimensionWeights.PlainSum;
        if (map.Map("combine", required: false) is { } combine)
        {
            weights = new(combine.Thousandths("fit", 0, Max, required: false), combine.Thousandths("engagement", 0, Max, required: false));
            combine.Close();
        }
        var most = signals.Sum(signal => weights.Weigh(signal.Dimension, signal.Cap.Thousandths));
        if (most > Points.MaxThousandths) map.Refuse("signals", "have caps that add up to more than 1,000,000 points");
        return weights;
    }

    private static ImmutableArray<Signal> ReadSignals(MapReader map, ImmutableArray<TextFilter> filters)
    {
        var signals = ImmutableArray.CreateBuilder<Signal>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in map.Maps("signals", ModelBounds.MaxSignals, "signals", required: true))
        {
            var signal = SignalReader.Read(one, filters);
            if (signal.Id.Length > 0 && !ids.Add(signal.Id)) one.Refuse("signal", $"is given twice: {signal.Id}");
            signals.Add(signal);
        }
        return signals.ToImmutable();
    }
}
