using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Series;

/// <summary>
/// Tells the trend of a member's points by the Mann-Kendall test (Mann 1945, Kendall 1975, with the correction for ties) on the
/// points of every seventh day, the last 13 of them at most. There is a trend when the statistic is beyond the 95 % quantile of
/// the normal distribution either way and the last of them differs from the first, the same way, by at least a twentieth of the
/// scale of the model's curve: less would be no news. Sen's slope, which goes with the test, is the median of all pairs and so 0 for
/// whoever leapt up after weeks of the same points.
/// </summary>
public static class TrendTest
{
    /// <summary>The fewest weeks of points that say anything.</summary>
    public const int LeastWeeks = 5;

    /// <summary>The most weeks of points that are looked at.</summary>
    public const int MostWeeks = 13;

    /// <summary>Days between two of them.</summary>
    public const int DaysBetween = 7;

    /// <summary>The square of 1.645, the 95 % quantile of the normal distribution, in ten-thousandths.</summary>
    private const long CriticalSquared = 27_060;

    private const int LeastPart = 20;

    /// <summary>The trend of weekly points, the oldest first.</summary>
    /// <param name="weekly">The points of every seventh day.</param>
    /// <param name="scale">How many points are much (<see cref="ScoreCurve.Scale"/>).</param>
    public static Trend Of(ReadOnlySpan<Points> weekly, Points scale)
    {
        if (weekly.Length > MostWeeks) weekly = weekly[^MostWeeks..];
        if (weekly.Length < LeastWeeks) return Trend.TooLittleToSay;
        var s = 0L;
        for (var later = 1; later < weekly.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++) s += weekly[later].CompareTo(weekly[earlier]);
        }
        var way = Math.Sign(s) * (weekly[^1].Thousandths - weekly[0].Thousandths);
        if (way * LeastPart < scale.Thousandths || !IsBeyondChance(s, weekly)) return Trend.Steady;
        return s > 0 ? Trend.Improving : Trend.Declining;
    }

    /// <summary>Whether (|S| - 1)^2 / Var S is above the critical value; in whole numbers, with 18 times the variance.</summary>
    private static bool IsBeyondChance(long s, ReadOnlySpan<Points> weekly)
    {
        var variance18 = Variance18(weekly.Length);
        foreach (var tied in weekly.ToArray().GroupBy(static points => points)) variance18 -= Variance18(tied.Count());
        var excess = Math.Abs(s) - 1;
        return excess > 0 && excess * excess * 18 * 10_000 > CriticalSquared * variance18;
    }

    private static long Variance18(long n) => n * (n - 1) * (2 * n + 5);
}
