using System.Globalization;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>
/// Reads the fields of a map, one call for each field it may have. What is wrong is noted, and a harmless value is returned
/// so that reading goes on and everything wrong is found at once. <see cref="Close"/> refuses the fields nobody asked for.
/// </summary>
internal sealed class MapReader(MapNode map, string path, List<FieldViolation> violations)
{
    private readonly List<string> _known = [];

    public string PathOf(string key) => DocumentPath.Key(path, key);

    public void Refuse(string key, string description) => violations.Add(new(PathOf(key), description));

    public bool Has(string key) => map.Entries.Any(entry => entry.Key == key);

    /// <summary>The node of a field; null if it is not there, which is noted when it is required.</summary>
    public DocumentNode? Node(string key, bool required)
    {
        if (!_known.Contains(key)) _known.Add(key);
        foreach (var entry in map.Entries)
        {
            if (entry.Key == key) return entry.Value;
        }
        if (required) Refuse(key, "is required");
        return null;
    }

    /// <summary>A text of at most so many bytes of UTF-8; empty if it is not there.</summary>
    public string Text(string key, int maxBytes, bool required = true, bool manyLines = false)
    {
        if (Scalar(key, required) is not { } scalar) return "";
        var text = scalar.Value.Trim();
        var problem = manyLines && text.Length > 0
            ? TextRules.IsLongerThan(text, maxBytes) ? TextRules.TooLong(maxBytes) : null
            : TextRules.Problem(text, required ? 1 : 0, maxBytes);
        if (problem is null && required && text.Length == 0) problem = "is required";
        if (problem is not null) Refuse(key, problem);
        return text;
    }

    /// <summary>A whole number; the least one if it is not there.</summary>
    public int Whole(string key, int min, int max, bool required = true)
    {
        if (Scalar(key, required) is not { } scalar) return min;
        if (scalar.Plain && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
            return number;
        Refuse(key, $"is not a whole number from {min:N0} to {max:N0}");
        return min;
    }

    /// <summary>A decimal number with at most three digits after the point, in thousandths; 1 if it is not there.</summary>
    public long Thousandths(string key, long min, long max, bool required = true)
    {
        if (Scalar(key, required) is not { } scalar) return 1000;
        if (DecimalText.TryThousandths(scalar, min, max, out var thousandths)) return thousandths;
        Refuse(key, DecimalText.Problem(min, max));
        return 1000;
    }

    /// <summary>The map of a field; null if it is not there or none.</summary>
    public MapReader? Map(string key, bool required) => Node(key, required) switch
    {
        null => null,
        MapNode inner => new(inner, PathOf(key), violations),
        var other => RefuseSort<MapReader>(key, other, "a map"),
    };

    /// <summary>The entries of a field that is a map with free keys; null if it is not there or none.</summary>
    public MapNode? Entries(string key) => Node(key, required: false) switch
    {
        null => null,
        MapNode inner => inner,
        var other => RefuseSort<MapNode>(key, other, "a map"),
    };

    /// <summary>The list of a field; null if it is not there or none.</summary>
    public IReadOnlyList<DocumentNode>? List(string key, bool required) => Node(key, required) switch
    {
        null => null,
        ListNode list => list.Items,
        var other => RefuseSort<IReadOnlyList<DocumentNode>>(key, other, "a list"),
    };

    /// <summary>The maps of a field that is a list of 1 to so many of them; empty if it is not there or none.</summary>
    public IEnumerable<MapReader> Maps(string key, int max, string what, bool required)
    {
        if (List(key, required) is not { } nodes) yield break;
        if (nodes.Count == 0 || nodes.Count > max)
        {
            Refuse(key, $"is not a list of 1 to {max:N0} {what}");
            yield break;
        }
        for (var i = 0; i < nodes.Count; i++)
        {
            var item = $"{PathOf(key)}[{i}]";
            if (nodes[i] is MapNode node) yield return new(node, item, violations);
            else violations.Add(new(item, $"is {nodes[i].Sort}, not a map"));
        }
    }

    /// <summary>The single value of a field; null if it is not there or none.</summary>
    public ScalarNode? Scalar(string key, bool required) => Node(key, required) switch
    {
        null => null,
        ScalarNode scalar => scalar,
        var other => RefuseSort<ScalarNode>(key, other, "a single value"),
    };

    /// <summary>Refuses the fields that were never asked for.</summary>
    public void Close()
    {
        foreach (var (key, _) in map.Entries)
        {
            if (_known.Contains(key)) continue;
            var meant = NearMiss.Of(key, _known);
            Refuse(key, meant is null ? $"is not known here; known are {string.Join(", ", _known)}" : $"is not known; did you mean {meant}?");
        }
    }

    private T? RefuseSort<T>(string key, DocumentNode node, string expected)
        where T : class
    {
        Refuse(key, $"is {node.Sort}, not {expected}");
        return null;
    }
}
