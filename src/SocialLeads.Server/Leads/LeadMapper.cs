using SocialLeads.Grains.Members;
using SocialLeads.V1;

namespace SocialLeads.Server.Leads;

/// <summary>Writes leads onto the wire.</summary>
internal static class LeadMapper
{
    private const double ThousandthsPerPoint = 1000;

    /// <summary>A lead without contributions.</summary>
    /// <remarks>
    /// Points and ranks are read one after the other. A member that gained points in between is counted before itself, which could put
    /// it behind the last; no rank is ever larger than the number of members.
    /// </remarks>
    public static Lead ToLead(string member, long pointsThousandths, double score, long rank, long total) => new()
    {
        Member = member,
        Points = ToPoints(pointsThousandths),
        Score = score,
        Rank = Math.Min(rank, total),
        Percentile = 100.0 * (total - Math.Min(rank, total) + 1) / total,
    };

    public static double ToPoints(long thousandths) => thousandths / ThousandthsPerPoint;

    public static void AddContributions(Lead lead, MemberScore score)
    {
        lead.FitPoints = ToPoints(score.FitPointsThousandths);
        lead.EngagementPoints = ToPoints(score.EngagementPointsThousandths);
        lead.Approximate = score.IsApproximate;
        foreach (var one in score.Contributions)
        {
            var contribution = new Contribution
            {
                Signal = one.Signal,
                Facet = one.Facet,
                Measured = one.Measured,
                Points = ToPoints(one.PointsThousandths),
            };
            contribution.Evidence.AddRange(one.Evidence);
            lead.Contributions.Add(contribution);
        }
    }
}
