using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>The names of facets in documents.</summary>
internal static class FacetNames
{
    private const string AttributePrefix = "attribute.";

    private static readonly Dictionary<string, FacetKind> _names = new(StringComparer.Ordinal)
    {
        ["none"] = FacetKind.None,
        ["group"] = FacetKind.Group,
        ["tag"] = FacetKind.Tag,
        ["peer_role"] = FacetKind.PeerRole,
        ["email_domain"] = FacetKind.EmailDomain,
        ["email_domain_relation"] = FacetKind.EmailDomainRelation,
        ["channel"] = FacetKind.Channel,
    };

    public static string Of(FacetKind kind) =>
        kind == FacetKind.Attribute ? AttributePrefix + "NAME" : _names.First(entry => entry.Value == kind).Key;

    /// <summary>The facet of a signal, none when it is not given; null, with a violation, if it is not known.</summary>
    public static Facet? Read(MapReader map)
    {
        if (map.Scalar("facet", required: false) is not { } scalar) return map.Has("facet") ? null : new(FacetKind.None, "");
        var text = scalar.Value;
        if (_names.TryGetValue(text, out var kind)) return new(kind, "");
        if (text.StartsWith(AttributePrefix, StringComparison.Ordinal))
        {
            var name = text[AttributePrefix.Length..];
            if (TextRules.IsSnakeName(name) && name.Length <= ActivityRules.MaxAttributeNameBytes)
                return new(FacetKind.Attribute, name);
        }
        map.Refuse("facet", $"is none of {string.Join(", ", Enum.GetValues<FacetKind>().Select(Of))}");
        return null;
    }
}
