using SocialLeads.Grains.Boards;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Tests.Companies;

/// <summary>What members and companies have, by one thread, in one place and from the beginning each time.</summary>
internal sealed class CompanyReference(ScoringModel model)
{
    private readonly SymbolTable _symbols = new();
    private readonly Dictionary<string, byte[]> _features = new(StringComparer.Ordinal);

    public void Add(IEnumerable<Activity> activities)
    {
        var fold = new FeatureFold(_symbols);
        foreach (var one in activities.GroupBy(activity => activity.Member, StringComparer.Ordinal))
            _features[one.Key] = fold.Fold(_features.GetValueOrDefault(one.Key, []), [.. one]);
    }

    public IEnumerable<string> Members => _features.Keys;

    /// <summary>Companies with members as of a day, best first.</summary>
    public List<CompanyRollup> Companies(int day)
    {
        var scorer = new Scorer(model, _symbols, tellsOwnDomain: true);
        var own = new List<(string Domain, CompanyMember Member)>();
        foreach (var (member, features) in _features)
        {
            if (scorer.TryPoints(features, day, out var points) && model.Company.IsCompany(scorer.OwnDomain))
                own.Add((scorer.OwnDomain, new CompanyMember(member, points)));
        }

        return
        [
            .. own.GroupBy(one => one.Domain, StringComparer.Ordinal)
                .Select(company => CompanyRollup.Of(model.Company, company.Key, company.Select(one => one.Member)))
                .OrderByDescending(company => company.Points).ThenBy(company => company.Domain, StringComparer.Ordinal),
        ];
    }

    /// <summary>Everybody's explanation with the figure of the colleagues.</summary>
    public Dictionary<string, Explanation> Explanations(int day)
    {
        var companies = Companies(day).ToDictionary(company => company.Domain, StringComparer.Ordinal);
        var scorer = new Scorer(model, _symbols, tellsOwnDomain: true);
        var explained = new Dictionary<string, Explanation>(StringComparer.Ordinal);
        foreach (var (member, features) in _features)
        {
            if (!scorer.TryPoints(features, day, out _)) continue;
            var colleagues = companies.GetValueOrDefault(scorer.OwnDomain)?.ColleaguesOf(member);
            explained.Add(member, scorer.Explain(features, day, new ScoreInputs(colleagues))!);
        }

        return explained;
    }

    public List<RankedKey> Ranked(int day) =>
        [.. Explanations(day).Select(one => new RankedKey(one.Value.Points.Thousandths, one.Key)).Order()];
}
