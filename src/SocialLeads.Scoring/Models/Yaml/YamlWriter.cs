using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>Writes a document so that a person can go on with it, and <see cref="YamlReader"/> reads it as it was.</summary>
internal static class YamlWriter
{
    private const int Width = 120;
    private const int FoldedFrom = 60;

    public static string Write(MapNode root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(2, Width, false, 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, DocumentNode node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, scalar.Value, StyleOf(scalar), isPlainImplicit: scalar.Plain, isQuotedImplicit: true));
                break;
            case ListNode list:
                var isFlat = list.Items.All(item => item is ScalarNode);
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlat ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items) Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case MapNode map:
                Write(emitter, map);
                break;
        }
    }

    private static void Write(Emitter emitter, MapNode map)
    {
        var isFlat = map.Entries.All(entry => entry.Value is ScalarNode { Value.Length: < FoldedFrom });
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlat ? MappingStyle.Flow : MappingStyle.Block));
        foreach (var (key, value) in map.Entries)
        {
            Write(emitter, new ScalarNode(key, IsWord(key)));
            Write(emitter, value);
        }
        emitter.Emit(new MappingEnd());
    }

    /// <summary>Plain stays plain where it cannot be taken for anything else; long texts are folded into lines.</summary>
    private static ScalarStyle StyleOf(ScalarNode scalar)
    {
        if (scalar.Plain && IsWord(scalar.Value)) return ScalarStyle.Plain;
        var foldable = scalar.Value.Length >= FoldedFrom && !scalar.Value.Any(char.IsControl) && scalar.Value == scalar.Value.Trim();
        return foldable ? ScalarStyle.Folded : ScalarStyle.DoubleQuoted;
    }

    private static bool IsWord(string text) => text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        && (char.IsAsciiLetterOrDigit(text[0]) || text.Length > 1);
}
