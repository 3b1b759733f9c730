using SocialLeads.Grains.Companies;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Models;
using SocialLeads.V1;
using CompanyMember = SocialLeads.V1.CompanyMember;

namespace SocialLeads.Server.Leads;

/// <summary>Writes companies onto the wire.</summary>
internal static class CompanyMapper
{
    /// <summary>A company as lists have it.</summary>
    public static Company ToCompany(ScoringModel model, CompanyRollup company, long rank) => new()
    {
        Domain = company.Domain,
        Points = LeadMapper.ToPoints(company.Points.Thousandths),
        Score = model.Curve.Score(company.Points),
        Rank = rank,
        Members = company.Members,
    };

    /// <summary>A company with its best members.</summary>
    public static Company ToCompany(ScoringModel model, RankedCompany ranked)
    {
        var company = ToCompany(model, ranked.Company, ranked.Rank);
        company.Best.AddRange(ranked.Company.Best.Zip(ranked.Company.Shares(), (best, share) => new CompanyMember
        {
            Member = best.Member,
            OwnPoints = LeadMapper.ToPoints(best.OwnPoints.Thousandths),
            Adds = LeadMapper.ToPoints(share.Thousandths),
        }));
        return company;
    }
}
