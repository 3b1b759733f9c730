using System.Globalization;
using System.Text;
using SocialLeads.Scoring.Scores;
using SocialLeads.V1;

namespace SocialLeads.Faults.Checking;

/// <summary>
/// A lead as text that tells everything that is compared: rank, points, score, and every contribution with what was measured.
/// Numbers are written so that different ones read differently.
/// </summary>
internal static class LeadText
{
    public static string Of(Lead lead)
    {
        var text = Header(lead.Rank, Thousandths(lead.Points), lead.Score);
        foreach (var one in lead.Contributions) AddLine(text, one.Signal, one.Facet, one.Measured, Thousandths(one.Points));
        return text.ToString();
    }

    public static string Of(long rank, Explanation explanation)
    {
        var text = Header(rank, explanation.Points.Thousandths, explanation.Score);
        foreach (var one in explanation.Contributions)
            AddLine(text, one.Signal, one.Facet, one.Measured, one.Points.Thousandths);
        return text.ToString();
    }

    private static StringBuilder Header(long rank, long thousandths, double score) => new StringBuilder().Append(
        CultureInfo.InvariantCulture, $"rank {rank}, {thousandths} thousandths, score {score:R}");

    private static void AddLine(StringBuilder text, string signal, string facet, double measured, long thousandths) =>
        text.Append(CultureInfo.InvariantCulture, $"\n  {signal} ({facet}) measured {measured:R}: {thousandths} thousandths");

    private static long Thousandths(double points) => (long)Math.Round(points * 1000);
}
