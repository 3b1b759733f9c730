using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>
/// Reads one YAML document of plain maps, lists and values. Anchors, aliases and tags are refused (an alias can make
/// a few bytes into billions of nodes), and depth is bounded.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 10;

    private readonly Parser _parser;
    private readonly List<FieldViolation> _violations;

    private YamlReader(TextReader text, List<FieldViolation> violations)
    {
        _parser = new(text);
        _violations = violations;
    }

    /// <summary>The document; null, with at least one violation, if it cannot be read.</summary>
    public static DocumentNode? Read(string yaml, List<FieldViolation> violations)
    {
        if (FindUnprintable(yaml) is { } unprintable)
        {
            violations.Add(new("", $"holds U+{unprintable:X4}, which YAML does not allow"));
            return null;
        }
        using var text = new StringReader(yaml);
        try
        {
            return new YamlReader(text, violations).ReadDocument();
        }
        catch (YamlException e)
        {
            violations.Add(new("", $"line {e.Start.Line}, column {e.Start.Column}: is not YAML: {e.Message}"));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner trips so over a '[' or '{' that is not closed when the next line is not indented.
            violations.Add(new("", "is not YAML: a '[' or '{' is not closed, or a line within is not indented"));
            return null;
        }
    }

    /// <summary>The first character that is not in c-printable of YAML 1.2.2; the parser takes U+0000 for the end.</summary>
    private static int? FindUnprintable(string yaml)
    {
        foreach (var rune in yaml.EnumerateRunes())
        {
            var printable = rune.Value is '\t' or '\n' or '\r' or 0x85 || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF));
            if (!printable) return rune.Value;
        }
        return null;
    }

    private DocumentNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _violations.Add(new("", "is empty"));
            return null;
        }
        _parser.Consume<DocumentStart>();
        var root = ReadNode("", 0);
        if (root is null) return null;
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<StreamEnd>(out _)) return root;
        _violations.Add(new("", "holds more than one document"));
        return null;
    }

    private DocumentNode? ReadNode(string path, int depth)
    {
        if (depth > MaxDepth) return Refuse(path, $"is nested deeper than {MaxDepth} levels");
        if (_parser.Accept<AnchorAlias>(out _)) return Refuse(path, "is an alias; write it out");
        var parsed = _parser.Consume<NodeEvent>();
        if (!parsed.Anchor.IsEmpty) return Refuse(path, "has an anchor; write out what is repeated");
        if (!parsed.Tag.IsEmpty) return Refuse(path, "has a tag; leave it out");
        return parsed switch
        {
            Scalar scalar => new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(path, depth),
            _ => ReadMap(path, depth),
        };
    }

    private ListNode? ReadList(string path, int depth)
    {
        var items = new List<DocumentNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = ReadNode($"{path}[{items.Count}]", depth + 1);
            if (item is null) return null;
            items.Add(item);
        }
        return new(items);
    }

    private MapNode? ReadMap(string path, int depth)
    {
        var entries = new List<KeyValuePair<string, DocumentNode>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(path, depth + 1) is not ScalarNode key)
            {
                Refuse(path, "has a key that is not a single value");
                return null;
            }
            var keyPath = DocumentPath.Key(path, key.Value);
            var value = ReadNode(keyPath, depth + 1);
            if (value is null) return null;
            if (keys.Add(key.Value))
                entries.Add(new(key.Value, value));
            else
                Refuse(keyPath, "is given twice");
        }
        return new(entries);
    }

    private DocumentNode? Refuse(string path, string description)
    {
        _violations.Add(new(path, description));
        return null;
    }
}
