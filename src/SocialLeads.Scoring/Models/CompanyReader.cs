using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads how a model rolls members up into companies.</summary>
internal static class CompanyReader
{
    public static CompanyRule Read(MapReader map)
    {
        if (map.Map("company", required: false) is not { } company) return CompanyRule.Default;
        var top = company.Whole("top", 1, CompanyRule.MostTop, required: false);
        var rule = new CompanyRule(
            company.Has("top") ? top : CompanyRule.Default.Top,
            company.Has("public_domains") ? ReadDomains(company) : CompanyRule.Default.PublicDomains);
        company.Close();
        return rule;
    }

    private static ImmutableHashSet<string> ReadDomains(MapReader company)
    {
        const string Key = "public_domains";
        var domains = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var nodes = company.List(Key, required: false) ?? [];
        if (nodes.Count > ModelBounds.MaxPublicDomains)
        {
            company.Refuse(Key, $"has more than {ModelBounds.MaxPublicDomains:N0} entries");
            return [];
        }
        for (var i = 0; i < nodes.Count; i++)
        {
            var domain = (nodes[i] as ScalarNode)?.Value ?? "";
            if (TextRules.Problem(domain, 1, ActivityRules.MaxEmailDomainBytes) is not null || domain.Any(char.IsUpper) || domain.Contains('@', StringComparison.Ordinal))
                company.Refuse(Key, $"item {i} is not a lower-case e-mail domain of at most {ActivityRules.MaxEmailDomainBytes} bytes");
            else if (!domains.Add(domain))
                company.Refuse(Key, $"names {domain} twice");
        }
        return domains.ToImmutable();
    }
}
