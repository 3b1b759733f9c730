using SocialLeads.Grains.Members;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Leads;

/// <summary>Writes histories onto the wire.</summary>
internal static class HistoryMapper
{
    public static DayScore ToDay(HistoryDay day, int exactFrom)
    {
        var score = new DayScore { Day = BoardRequest.FormatDay(day.Day), Stage = day.Stage };
        if (day.PointsThousandths is { } thousandths)
        {
            score.Points = LeadMapper.ToPoints(thousandths);
            score.Approximate = day.Day < exactFrom;
        }

        if (day.Score is { } reached) score.Score = reached;
        return score;
    }

    public static Trend ToTrend(Scoring.Series.Trend trend) => trend switch
    {
        Scoring.Series.Trend.Steady => Trend.Steady,
        Scoring.Series.Trend.Improving => Trend.Improving,
        Scoring.Series.Trend.Declining => Trend.Declining,
        _ => Trend.TooLittleToSay,
    };
}
