using SocialLeads.Grains.Members;
using SocialLeads.V1;

namespace SocialLeads.Server.Leads;

/// <summary>Writes leads onto the wire.</summary>
internal static class LeadMapper
{
    private const double ThousandthsPerPoint = 1000;

    /// <summary>A lead without contributions.</summary>
    public static Lead ToLead(string member, long pointsThousandths, double score, long rank, long total) => new()
    {
        Member = member,
        Points = pointsThousandths / ThousandthsPerPoint,
        Score = score,
        Rank = rank,
        Percentile = 100.0 * (total - rank + 1) / total,
    };

    public static void AddContributions(Lead lead, MemberScore score)
    {
        foreach (var one in score.Contributions)
        {
            lead.Contributions.Add(new Contribution
            {
                Signal = one.Signal,
                Facet = one.Facet,
                Measured = one.Measured,
                Points = one.PointsThousandths / ThousandthsPerPoint,
            });
        }
    }
}
