using System.Globalization;
using System.Runtime.InteropServices;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Trials;

/// <summary>
/// What colleagues add under one of the models of a trial: companies are rolled up from everybody's own points, and points become
/// what they are in ranked lists.
/// </summary>
internal sealed class TrialColleagues
{
    private readonly Dictionary<string, CompanyRollup> _companies = new(StringComparer.Ordinal);

    /// <summary>Adds to everybody's own points what the colleagues add; nothing under a model that does not count them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scored">The partitions' members.</param>
    /// <param name="pointsOf">Their own points under the model, which become their points.</param>
    public TrialColleagues(ScoringModel model, PartitionPoints[] scored, Func<PartitionPoints, List<long>> pointsOf)
    {
        if (model.Colleagues is not { } share) return;
        var points = Array.ConvertAll(scored, part => pointsOf(part));
        foreach (var (domain, members) in ByDomain(model.Company, scored))
        {
            var best = members.OrderByDescending(one => points[one.Partition][one.Place]).Take(model.Company.Top + 1).ToHashSet();
            var company = CompanyRollup.OfBest(model.Company, domain, members.Count, best.Select(one =>
                new CompanyMember(NameOf(one.Partition, one.Place), Points.FromThousandths(points[one.Partition][one.Place]))));
            // Whoever is not among the best has all of them for colleagues.
            var usual = share.Of(company.ColleaguesOf(""));
            foreach (var one in members)
            {
                var added = best.Contains(one) ? share.Of(company.ColleaguesOf(NameOf(one.Partition, one.Place))) : usual;
                points[one.Partition][one.Place] += added.Thousandths;
            }

            _companies.Add(domain, company);
        }
    }

    /// <summary>The figure of a member's colleagues, thousandths of a point; null if there are none or they do not count.</summary>
    public long? FigureOf(PartitionPoints[] scored, int partition, int place) =>
        _companies.Count > 0 && _companies.TryGetValue(scored[partition].Domains[place], out var company)
            ? company.ColleaguesOf(NameOf(partition, place))?.Thousandths
            : null;

    private static Dictionary<string, List<(int Partition, int Place)>> ByDomain(CompanyRule rule, PartitionPoints[] scored)
    {
        var members = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (var partition = 0; partition < scored.Length; partition++)
        {
            for (var place = 0; place < scored[partition].Domains.Count; place++)
            {
                var domain = scored[partition].Domains[place];
                if (!rule.IsCompany(domain)) continue;
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(members, domain, out _);
                (list ??= []).Add((partition, place));
            }
        }

        return members;
    }

    /// <summary>Members' ids are not known here; among equal points any order gives the same figures.</summary>
    private static string NameOf(int partition, int place) => string.Create(CultureInfo.InvariantCulture, $"{partition}/{place}");
}
