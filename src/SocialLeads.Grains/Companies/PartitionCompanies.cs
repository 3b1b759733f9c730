using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Companies;

/// <summary>
/// The companies of one board of one partition: each member's own points and company, what other partitions have to be told of them,
/// and what the companies as a whole, which they make up together, add to members' points. One thread at a time.
/// </summary>
internal sealed class PartitionCompanies(ScoringModel model)
{
    /// <summary>Places of members in one answer, at about a hundred bytes each on the wire.</summary>
    private const int MostPlaces = 10_000;

    private readonly Dictionary<string, CompanyHere> _byDomain = new(StringComparer.Ordinal);
    private readonly MemberPoints _own = new();
    private readonly List<CompanyHere?> _companyOf = [];
    private readonly HashSet<CompanyHere> _touched = [];
    private readonly ChangeLog<CompanyHere> _changes = new();
    private readonly Guid _era = Guid.NewGuid();

    /// <summary>Takes over a member's own points and domain. The points that the member is ranked by.</summary>
    public long Place(MemberEntry entry, OwnPoints now)
    {
        var company = now.Thousandths != MemberPoints.None && model.Company.IsCompany(now.Domain) ? Of(now.Domain) : null;
        while (_companyOf.Count <= entry.Index) _companyOf.Add(null);
        var (was, before) = (_companyOf[entry.Index], _own[entry.Index]);
        if (was != company || before != now.Thousandths)
        {
            Leave(was, new RankedKey(before, entry.Member));
            Join(company, new RankedKey(now.Thousandths, entry.Member));
            (_companyOf[entry.Index], _own[entry.Index]) = (company, now.Thousandths);
        }

        return PointsOf(entry);
    }

    /// <summary>The points that a member is ranked by: the own and what colleagues add.</summary>
    public long PointsOf(MemberEntry entry)
    {
        var own = _own[entry.Index];
        return own != MemberPoints.None && model.Colleagues is { } share && Find(entry) is { } company
            ? own + company.ShareOf(entry.Member, share)
            : own;
    }

    /// <summary>The figure of a member's colleagues; null if there are none.</summary>
    public Points? ColleaguesOf(MemberEntry entry) => Find(entry)?.ColleaguesOf(entry.Member);

    /// <summary>What changed since somebody asked last, at most a page of it.</summary>
    public CompanyChanges Since(CompaniesKnown known)
    {
        foreach (var company in _touched) Settle(company);
        _touched.Clear();
        var stamp = known.Era == _era ? known.Stamp : 0;
        var parts = ImmutableArray.CreateBuilder<CompanyPart>();
        var places = 0;
        foreach (var company in _changes.Since(stamp))
        {
            parts.Add(company.Told!);
            stamp = company.Stamp;
            places += 1 + company.Told!.Best.Length;
            if (places >= MostPlaces) break;
        }

        return new CompanyChanges(new CompaniesKnown(_era, stamp), _changes.Newest, parts.DrainToImmutable());
    }

    /// <summary>Takes over a company as a whole. The members here whose points that may change.</summary>
    public IReadOnlyCollection<RankedKey> TakeOver(CompanyRollup whole) =>
        model.Colleagues is { } share && _byDomain.TryGetValue(whole.Domain, out var here) && here.TakeOver(whole, share)
            ? here.Members.ToArray()
            : [];

    private CompanyHere? Find(MemberEntry entry) => entry.Index < _companyOf.Count ? _companyOf[entry.Index] : null;

    private CompanyHere Of(string domain)
    {
        if (!_byDomain.TryGetValue(domain, out var company)) _byDomain.Add(domain, company = new CompanyHere(domain));
        return company;
    }

    private void Leave(CompanyHere? company, RankedKey key)
    {
        if (company is null) return;
        if (!company.Members.Remove(key)) throw new InvalidOperationException("The member to remove is not in the company.");
        _touched.Add(company);
    }

    private void Join(CompanyHere? company, RankedKey key)
    {
        if (company is null) return;
        company.Members.Add(key);
        _touched.Add(company);
    }

    /// <summary>Tells of a company if others would see a difference: most changes are of members who are not among the best.</summary>
    private void Settle(CompanyHere company)
    {
        var part = company.Part(model.Company.Top + 1);
        if (company.Told is { } told ? told.Members == part.Members && told.Best.SequenceEqual(part.Best) : part.Members == 0) return;
        company.Told = part;
        _changes.Changed(company);
    }
}

/// <summary>A member's points without any figure of colleagues, and what company they count for.</summary>
/// <param name="Thousandths">Thousandths of a point; <see cref="MemberPoints.None"/> without activity on or before the day.</param>
/// <param name="Domain">The own e-mail domain; empty if it is not known, or not asked for.</param>
internal readonly record struct OwnPoints(long Thousandths, string Domain)
{
    public static OwnPoints Of(Scorer scorer, ReadOnlySpan<byte> features, int asOfDay) =>
        new(MemberPoints.Of(scorer, features, asOfDay), scorer.OwnDomain);
}
