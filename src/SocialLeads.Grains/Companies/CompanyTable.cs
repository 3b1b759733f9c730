using SocialLeads.Grains.Boards;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Companies;

/// <summary>
/// The companies of a tenant under one model as of one day, rolled up from what each partition told of them, and ranked. Safe for many
/// threads.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="partitions">How many partitions there are.</param>
internal sealed class CompanyTable(ScoringModel model, int partitions)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Company> _byDomain = new(StringComparer.Ordinal);
    private readonly RankedList _ranked = new();
    private readonly ChangeLog<Company> _changes = new();
    private readonly CompaniesKnown[] _known = new CompaniesKnown[partitions];

    /// <summary>How far a partition's companies are known.</summary>
    public CompaniesKnown KnownOf(int partition)
    {
        lock (_lock) return _known[partition];
    }

    /// <summary>Takes over what a partition told.</summary>
    public void Put(int partition, CompanyChanges told)
    {
        lock (_lock)
        {
            if (_known[partition].Era != told.Known.Era) Forget(partition);
            foreach (var part in told.Parts) Put(partition, part);
            _known[partition] = told.Known;
        }
    }

    /// <summary>The companies that changed behind a change, and the newest change.</summary>
    public (IReadOnlyList<CompanyRollup> Changed, long Newest) Since(long stamp)
    {
        lock (_lock) return ([.. _changes.Since(stamp).Select(company => company.Whole)], _changes.Newest);
    }

    /// <summary>A company and where it stands; null if nobody works there.</summary>
    public RankedCompany? Find(string domain)
    {
        lock (_lock)
        {
            return _byDomain.TryGetValue(domain, out var company) && company.Whole.Members > 0
                ? new RankedCompany(company.Whole, 1 + _ranked.CountBefore(CompanyPage.KeyOf(company.Whole)), _ranked.Count)
                : null;
        }
    }

    /// <summary>At most so many companies in rank order behind a key, or from the best. A key has a domain where others have a member.</summary>
    public CompanyPage List(RankedKey? after, int limit)
    {
        lock (_lock)
        {
            var companies = _ranked.Take(after, limit).Select(key => _byDomain[key.Member].Whole).ToList();
            var first = companies.Count > 0 ? 1 + _ranked.CountBefore(CompanyPage.KeyOf(companies[0])) : 1;
            return new CompanyPage(companies, first, _ranked.Count);
        }
    }

    /// <summary>What a partition told in another era may not be so any more. It is told anew.</summary>
    private void Forget(int partition)
    {
        foreach (var company in _byDomain.Values.Where(company => company.Parts[partition] is not null).ToList())
            Put(partition, new CompanyPart(company.Whole.Domain, 0, []));
    }

    private void Put(int partition, CompanyPart part)
    {
        if (!_byDomain.TryGetValue(part.Domain, out var company))
        {
            company = new Company(partitions, CompanyRollup.OfBest(model.Company, part.Domain, 0, []));
            _byDomain.Add(part.Domain, company);
        }

        if (company.Whole.Members > 0) _ranked.Remove(CompanyPage.KeyOf(company.Whole));
        company.Parts[partition] = part.Members > 0 ? RollupOf(part) : null;
        company.Whole = company.Parts.OfType<CompanyRollup>()
            .Aggregate(CompanyRollup.OfBest(model.Company, part.Domain, 0, []), (whole, one) => whole.With(one));
        if (company.Whole.Members > 0) _ranked.Add(CompanyPage.KeyOf(company.Whole));
        _changes.Changed(company);
    }

    private CompanyRollup RollupOf(CompanyPart part) => CompanyRollup.OfBest(
        model.Company, part.Domain, part.Members, part.Best.Select(key => new CompanyMember(key.Member, Points.FromThousandths(key.PointsThousandths))));

    private sealed class Company(int partitions, CompanyRollup whole) : IStamped
    {
        public long Stamp { get; set; }

        public CompanyRollup?[] Parts { get; } = new CompanyRollup?[partitions];

        public CompanyRollup Whole { get; set; } = whole;
    }
}

/// <summary>A company and where it stands.</summary>
/// <param name="Company">The company.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Total">How many companies are ranked in all.</param>
public sealed record RankedCompany(CompanyRollup Company, long Rank, long Total);

/// <summary>Companies in rank order.</summary>
/// <param name="Companies">Best first.</param>
/// <param name="FirstRank">The rank of the first, from 1.</param>
/// <param name="Total">How many companies are ranked in all.</param>
public sealed record CompanyPage(IReadOnlyList<CompanyRollup> Companies, long FirstRank, long Total)
{
    /// <summary>A company's place in the ranked list: its points and its domain.</summary>
    public static RankedKey KeyOf(CompanyRollup company) => new(company.Points.Thousandths, company.Domain);
}
