using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the filters of a model document.</summary>
internal static class FiltersReader
{
    public static ImmutableArray<TextFilter> Read(MapReader map)
    {
        var filters = ImmutableArray.CreateBuilder<TextFilter>();
        foreach (var one in map.Maps("filters", ModelBounds.MaxFilters, "filters", required: false))
        {
            var id = one.Text("filter", ModelBounds.MaxIdBytes);
            if (id.Length > 0 && !TextRules.IsSnakeName(id)) one.Refuse("filter", "is not a lower_snake_case name ([a-z][a-z0-9_]*)");
            else if (filters.Any(filter => filter.Id == id)) one.Refuse("filter", $"is given twice: {id}");
            filters.Add(ReadOne(one, id));
            one.Close();
        }
        return filters.ToImmutable();
    }

    /// <summary>Refuses filters that no signal counts: the whole log would be read for what nobody is shown.</summary>
    public static void CheckCounted(MapReader map, ImmutableArray<TextFilter> filters, ImmutableArray<Signal> signals)
    {
        foreach (var filter in filters.Where(filter => filter.Id.Length > 0 && !signals.Any(signal => signal.Filter?.Id == filter.Id)))
            map.Refuse("filters", $"have {filter.Id}, which no signal counts");
    }

    private static TextFilter ReadOne(MapReader map, string id)
    {
        var kinds = KindsReader.Read(map, "kinds", required: false);
        var attributes = ReadAttributes(map);
        var reader = new PhrasesReader(map);
        var required = reader.ReadRequired();
        var none = reader.ReadList("none");
        if (required.Count == 0 && attributes.IsEmpty)
            map.Refuse("any", "is required, or all, or attributes: a filter must say what it looks for");
        var excluded = none.Select(static phrase => phrase.Canonical).ToHashSet(StringComparer.Ordinal);
        if (required.Any(phrases => phrases.All(phrase => excluded.Contains(phrase.Canonical))))
            map.Refuse("none", "has every phrase of which one must be said, so that nothing ever matches");
        return new(id, kinds, attributes, required, none);
    }

    private static ImmutableArray<AttributeCondition> ReadAttributes(MapReader map)
    {
        const string Key = "attributes";
        var conditions = ImmutableArray.CreateBuilder<AttributeCondition>();
        foreach (var (name, node) in map.Entries(Key)?.Entries ?? [])
        {
            var value = (node as ScalarNode)?.Value ?? "";
            if (!TextRules.IsSnakeName(name) || name.Length > ActivityRules.MaxAttributeNameBytes)
                map.Refuse(Key, $"'{name}' is not a lower_snake_case name of at most {ActivityRules.MaxAttributeNameBytes} bytes");
            else if (TextRules.Problem(value, 1, ActivityRules.MaxAttributeValueBytes) is { } problem)
                map.Refuse(Key, $"'{name}' {problem}");
            else if (conditions.Count == ActivityRules.MaxAttributes)
                map.Refuse(Key, $"has more than {ActivityRules.MaxAttributes} entries");
            else
                conditions.Add(new(name, value));
        }
        return conditions.ToImmutable();
    }
}
