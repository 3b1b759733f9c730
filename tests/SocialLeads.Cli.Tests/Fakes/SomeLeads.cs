using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>Leads to show.</summary>
internal static class SomeLeads
{
    public static Lead Ada() => new()
    {
        Member = "ada",
        Points = 52.125,
        Score = 46.25,
        Rank = 1,
        Percentile = 100,
        Contributions =
        {
            new Contribution { Signal = "tag_interest", Facet = "price", Measured = 12, Points = 40 },
            new Contribution { Signal = "visits", Measured = 7.5, Points = 20.125 },
            new Contribution { Signal = "downvotes", Measured = 2, Points = -8 },
            new Contribution { Signal = "tag_interest", Facet = "off-topic", Measured = 3, Points = 0 },
        },
    };

    public static Lead Bob() => new()
    {
        Member = "[bob]\u001b",
        Points = 1_234.5,
        Score = 9.996,
        Rank = 2,
        Percentile = 99.97,
        Contributions = { new Contribution { Signal = "visits", Measured = 1, Points = 1_234.5 } },
    };

    /// <summary>Two days before the first activity, then eight days that rise.</summary>
    public static GetScoreHistoryResponse History() => new()
    {
        Model = "corporate-community",
        ModelVersion = 1,
        Trend = Trend.Improving,
        Days =
        {
            new DayScore { Day = "2018-08-24" },
            new DayScore { Day = "2018-08-25" },
            Enumerable.Range(26, 6).Select(day => Day($"2018-08-{day}", day - 25, "awareness")),
            Day("2018-09-01", 20, "consideration"),
            Day("2018-09-02", 52.125, "consideration"),
        },
    };

    public static GetTopicsResponse Topics() => new()
    {
        AsOf = "2018-09-02",
        Days = 30,
        Topics =
        {
            new Topic { Tag = "#hiring", Count = 12, LatestDay = "2018-09-02" },
            new Topic { Tag = "[price]\u001b", Count = 3, LatestDay = "2018-08-30" },
        },
    };

    /// <summary>Leads of ranks 1 to the count, with one contribution each.</summary>
    public static IEnumerable<Lead> Many(int count) => Enumerable.Range(1, count).Select(rank => new Lead
    {
        Member = $"m{rank.ToString(CultureInfo.InvariantCulture)}",
        Points = 1,
        Score = 1,
        Rank = rank,
        Percentile = 1,
        Contributions = { new Contribution { Signal = "visits", Measured = 1, Points = 1 } },
    });

    private static DayScore Day(string day, double points, string stage) =>
        new() { Day = day, Points = points, Score = points / 2, Stage = stage };
}
