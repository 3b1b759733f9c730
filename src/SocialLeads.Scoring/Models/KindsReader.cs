using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads a list of kinds of activity.</summary>
internal static class KindsReader
{
    public static ImmutableArray<string> Read(MapReader map, string key, bool required)
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
            else if (kind == ActivityKinds.Outcome)
                map.Refuse(key, $"names {kind}, which no signal counts: a score must not know what it is held against");
            else if (kinds.Contains(kind))
                map.Refuse(key, $"names {kind} twice");
            else
                kinds.Add(kind);
        }
        return [.. kinds];
    }
}
