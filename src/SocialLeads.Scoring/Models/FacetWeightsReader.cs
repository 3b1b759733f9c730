using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the facet weights of a signal.</summary>
internal static class FacetWeightsReader
{
    private const string Key = "facet_weights";

    public static FacetWeights Read(MapReader map, Facet facet)
    {
        if (map.Entries(Key) is not { } entries) return FacetWeights.AllOne;
        if (facet.Kind == FacetKind.None) map.Refuse(Key, "goes with a facet only");
        if (entries.Entries.Count > ModelBounds.MaxFacetWeights)
        {
            map.Refuse(Key, $"has more than {ModelBounds.MaxFacetWeights:N0} entries");
            return FacetWeights.AllOne;
        }
        var weights = new List<KeyValuePair<string, long>>();
        foreach (var (pattern, node) in entries.Entries)
        {
            if (ReadWeight(map, facet, pattern, node) is { } weight) weights.Add(new(pattern, weight));
        }
        if (weights.Any(static weight => weight.Key == "*") && weights.All(static weight => weight.Value == 0))
            map.Refuse(Key, "are all 0; leave the signal out instead");
        return new(weights);
    }

    private static long? ReadWeight(MapReader map, Facet facet, string pattern, DocumentNode node)
    {
        const long Max = ModelBounds.MaxFacetWeightThousandths;
        if (pattern.AsSpan().TrimEnd('*').Contains('*') || pattern.EndsWith("**", StringComparison.Ordinal))
            map.Refuse(Key, $"'{pattern}' has a '*' that is not its last character");
        if (facet.Kind == FacetKind.EmailDomain && pattern.Any(char.IsUpper))
            map.Refuse(Key, $"'{pattern}' has capital letters; e-mail domains are lower-case");
        if (facet.Kind == FacetKind.EmailDomainRelation && pattern is not (EmailDomainRelation.Own or EmailDomainRelation.Other or "*"))
            map.Refuse(Key, $"'{pattern}' is none of {EmailDomainRelation.Own}, {EmailDomainRelation.Other}, *");
        if (node is ScalarNode scalar && DecimalText.TryThousandths(scalar, -Max, Max, out var weight)) return weight;
        map.Refuse(Key, $"'{pattern}' {DecimalText.Problem(-Max, Max)}");
        return null;
    }
}
