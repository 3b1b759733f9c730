using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
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
        var model = ReadModel(new MapReader(map, "", violations), yaml, violations);
        return violations.Count > 0 ? new(null, violations) : new(model, []);
    }

    private static ScoringModel ReadModel(MapReader map, string yaml, List<FieldViolation> violations)
    {
        var model = new ScoringModel
        {
            Id = ReadId(map),
            Version = map.Whole("version", 1, 1_000_000_000),
            Title = map.Text("title", ModelBounds.MaxTitleBytes),
            Description = map.Text("description", ModelBounds.MaxProseBytes, required: false, manyLines: true),
            Curve = ReadCurve(map),
            Signals = ReadSignals(map, violations),
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

    private static ImmutableArray<Signal> ReadSignals(MapReader map, List<FieldViolation> violations)
    {
        if (map.List("signals", required: true) is not { } nodes) return [];
        if (nodes.Count is 0 or > ModelBounds.MaxSignals)
        {
            map.Refuse("signals", $"is not a list of 1 to {ModelBounds.MaxSignals} signals");
            return [];
        }
        var signals = ImmutableArray.CreateBuilder<Signal>(nodes.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            var path = $"signals[{i}]";
            if (nodes[i] is not MapNode node)
            {
                violations.Add(new(path, $"is {nodes[i].Sort}, not a map"));
                continue;
            }
            var signal = SignalReader.Read(new MapReader(node, path, violations));
            if (signal.Id.Length > 0 && !ids.Add(signal.Id)) violations.Add(new($"{path}.signal", $"is given twice: {signal.Id}"));
            signals.Add(signal);
        }
        var caps = signals.Sum(static signal => signal.Cap.Thousandths);
        if (caps > Points.MaxThousandths) map.Refuse("signals", "have caps that add up to more than 1,000,000 points");
        return signals.ToImmutable();
    }
}
