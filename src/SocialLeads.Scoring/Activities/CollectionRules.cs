using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SocialLeads.Scoring.Activities;

/// <summary>What tags and attributes may be.</summary>
internal static class CollectionRules
{
    /// <summary>Checks tags and drops those that are given twice, keeping the first.</summary>
    public static ImmutableArray<string> Tags(IReadOnlyList<string>? tags, ref Violations violations)
    {
        if (tags is null || tags.Count == 0) return [];
        if (tags.Count > ActivityRules.MaxTags)
        {
            violations.Add("tags", $"holds {tags.Count:N0} tags, more than {ActivityRules.MaxTags}");
            return [];
        }
        var distinct = new string[tags.Count];
        var count = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i] ?? "";
            if (tag.Length == 0)
                violations.Add($"tags[{i}]", "is empty");
            else if (TextRules.Problem(tag, 1, ActivityRules.MaxTagBytes) is { } problem)
                violations.Add($"tags[{i}]", problem);
            else if (Array.IndexOf(distinct, tag, 0, count) < 0)
                distinct[count++] = tag;
        }
        if (count < distinct.Length) distinct = distinct[..count];
        return ImmutableCollectionsMarshal.AsImmutableArray(distinct);
    }

    /// <summary>Checks attributes and puts them in ordinal order of their names.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Attributes(
        IReadOnlyCollection<KeyValuePair<string, string>>? attributes, ref Violations violations)
    {
        if (attributes is null || attributes.Count == 0) return [];
        if (attributes.Count > ActivityRules.MaxAttributes)
        {
            violations.Add("attributes", $"holds {attributes.Count:N0} attributes, more than {ActivityRules.MaxAttributes}");
            return [];
        }
        var sorted = new KeyValuePair<string, string>[attributes.Count];
        var count = 0;
        foreach (var (name, value) in attributes)
        {
            Attribute(name ?? "", value ?? "", ref violations);
            sorted[count++] = new(name ?? "", value ?? "");
        }
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key) violations.Add("attributes", "names an attribute twice");
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private static void Attribute(string name, string value, ref Violations violations)
    {
        if (!TextRules.IsSnakeName(name) || name.Length > ActivityRules.MaxAttributeNameBytes)
        {
            violations.Add("attributes", "has a key that is not a lower_snake_case name of at most 64 bytes");
            return;
        }
        if (value.Length == 0)
            violations.Add($"attributes[{name}]", "is empty");
        else if (TextRules.Problem(value, 1, ActivityRules.MaxAttributeValueBytes) is { } problem)
            violations.Add($"attributes[{name}]", problem);
    }
}
