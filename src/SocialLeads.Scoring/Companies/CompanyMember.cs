using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Companies;

/// <summary>What a company is made of.</summary>
/// <param name="Member">The member.</param>
/// <param name="OwnPoints">The member's points without any figure of colleagues, so that nothing feeds back on itself.</param>
public readonly record struct CompanyMember(string Member, Points OwnPoints) : IComparable<CompanyMember>
{
    /// <summary>Most points first, then by member, by code points.</summary>
    public int CompareTo(CompanyMember other)
    {
        var byPoints = other.OwnPoints.CompareTo(OwnPoints);
        return byPoints != 0 ? byPoints : CodePointOrder.Compare(Member, other.Member);
    }

    public static bool operator <(CompanyMember left, CompanyMember right) => left.CompareTo(right) < 0;

    public static bool operator >(CompanyMember left, CompanyMember right) => left.CompareTo(right) > 0;

    public static bool operator <=(CompanyMember left, CompanyMember right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CompanyMember left, CompanyMember right) => left.CompareTo(right) >= 0;
}
