using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>
/// Reads the condition of a signal on an attribute. Features hold counts by kind and one thing more, never by two, so that a
/// condition goes only with what is counted by nothing else.
/// </summary>
internal static class AttributeConditionReader
{
    private const string Key = "where";

    public static AttributeCondition? Read(MapReader map, Measure? measure, Facet? facet)
    {
        if (map.Map(Key, required: false) is not { } where) return null;
        var name = where.Text("attribute", ActivityRules.MaxAttributeNameBytes);
        if (name.Length > 0 && !TextRules.IsSnakeName(name)) where.Refuse("attribute", "is not a lower_snake_case name ([a-z][a-z0-9_]*)");
        var value = where.Text("is", ActivityRules.MaxAttributeValueBytes);
        where.Close();
        if (measure is { } m && m is not (Measure.Count or Measure.ActiveDays or Measure.Change or Measure.Onset))
            map.Refuse(Key, $"goes with measure count, active_days, change or onset only: features hold no {MeasureNames.Of(m)} by attribute");
        if (facet is { Kind: not FacetKind.None })
            map.Refuse(Key, "goes with facet none only: features hold counts by attribute and by facet, but not by both at once");
        return new(name, value);
    }
}
