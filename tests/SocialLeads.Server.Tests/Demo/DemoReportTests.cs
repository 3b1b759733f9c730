using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo;

/// <summary>The screens, drawn from leads that no server made.</summary>
public sealed class DemoReportTests
{
    private static readonly Dictionary<string, Intent> _truth = new()
    {
        ["maria.santos"] = Intent.Shopper,
        ["jonas.berg"] = Intent.Talker,
        ["mei.chen"] = Intent.JobSeeker,
    };

    private static readonly Reasons _reasons = new(new Dictionary<string, string>
    {
        ["tags"] = "Tags",
        ["visits"] = "Visits a month",
    });

    [Fact]
    public void The_best_leads_are_a_table_with_three_reasons_each_and_the_truth()
    {
        using var console = new PlainConsole();
        Lead[] leads =
        [
            new()
            {
                Member = "maria.santos", Rank = 1, Score = 87.64, Points = 31.5,
                Contributions =
                {
                    new Contribution { Signal = "tags", Facet = "pricing", Points = 20 },
                    new Contribution { Signal = "visits", Points = 12.25 },
                    new Contribution { Signal = "tags", Facet = "off-topic", Points = -1.25 },
                    new Contribution { Signal = "tags", Facet = "events", Points = 0.5 },
                },
            },
            new() { Member = "jonas.berg", Rank = 2, Score = 50, Points = 1, Contributions = { new Contribution { Signal = "x", Points = 1 } } },
            new() { Member = "[odd] member", Rank = 3, Score = 0.04, Points = 0, Contributions = { new Contribution { Signal = "visits" } } },
        ];

        console.Console.Write(LeadTable.Draw(leads, _truth, _reasons));

        Assert.Equal(
            """
            ╭──────┬──────────────┬───────┬────────┬──────────────┬───────────────────────────╮
            │ rank │ member       │ score │ points │ in truth     │ because of                │
            ├──────┼──────────────┼───────┼────────┼──────────────┼───────────────────────────┤
            │    1 │ maria.santos │  87.6 │ 31.500 │ * interested │  +20.000  Tags: pricing   │
            │      │              │       │        │              │  +12.250  Visits a month  │
            │      │              │       │        │              │   -1.250  Tags: off-topic │
            ├──────┼──────────────┼───────┼────────┼──────────────┼───────────────────────────┤
            │    2 │ jonas.berg   │  50.0 │  1.000 │   talker     │   +1.000  x               │
            ├──────┼──────────────┼───────┼────────┼──────────────┼───────────────────────────┤
            │    3 │ [odd] member │   0.0 │  0.000 │ unknown      │                           │
            ╰──────┴──────────────┴───────┴────────┴──────────────┴───────────────────────────╯

            """,
            console.Text);
    }

    [Fact]
    public void The_chart_draws_the_interested_by_slices_of_5_percent()
    {
        using var console = new PlainConsole();
        string[] ranked = [.. Enumerable.Range(1, 100).Select(place => $"m{place}")];
        var truth = ranked.ToDictionary(m => m, m => m is "m1" or "m2" or "m4" or "m50" ? Intent.Shopper : Intent.Browser);

        console.Console.Write(SliceChart.Draw(new RankingReview(ranked, truth), unicode: false));

        var lines = console.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(RankingReview.Slices, lines.Length);
        Assert.Equal("   0–5 %  " + new string('#', 50) + " 3", lines[0]);
        Assert.Equal("  5–10 %", lines[1]);
        Assert.Equal(" 45–50 %  " + new string('#', 17) + " 1", lines[9]);
        Assert.Equal("95–100 %", lines[19]);
    }

    [Fact]
    public void The_figures_are_said_in_words()
    {
        using var console = new PlainConsole();
        string[] ranked = ["maria.santos", .. Enumerable.Range(1, 37).Select(n => $"m{n}"), "mei.chen", "jonas.berg"];

        new DemoReport(console.Console).Accuracy(new RankingReview(ranked, _truth));

        Assert.Contains("The top 5 % (2 of 40 members) holds 1 of the 1 truly interested.", console.Text);
        Assert.Contains("Precision 50.0 %, recall 100.0 %: 20.0 times as many as picking members blindly would find.", console.Text);
        Assert.Contains("The store holds 37 members who are not of this community; they are ranked with it.", console.Text);
    }

    [Fact]
    public void Others_in_the_top_are_named()
    {
        using var console = new PlainConsole();
        string[] ranked = ["jonas.berg", "mei.chen", .. Enumerable.Range(1, 38).Select(n => $"m{n}")];

        new DemoReport(console.Console).Accuracy(new RankingReview(ranked, _truth));

        Assert.Contains("Also in the top 5 %: 1 talker, 1 job seeker.", console.Text);
    }

    [Fact]
    public void Plain_progress_is_a_line_for_each_tenth_of_the_days()
    {
        using var console = new PlainConsole();
        var first = new DateOnly(2026, 1, 1);
        var progress = new PlainProgress(console.Console, first, days: 90);

        progress.Report(new FeedProgress(first.AddDays(-100), Sent: 500, Acknowledged: 0));
        progress.Report(new FeedProgress(first.AddDays(8), Sent: 1_000, Acknowledged: 500));
        progress.Report(new FeedProgress(first.AddDays(9), Sent: 1_500, Acknowledged: 1_000));
        progress.Report(new FeedProgress(first.AddDays(89), Sent: 20_000, Acknowledged: 19_000));

        Assert.Equal(
            "   10 %  2026-01-09       1,000 activities sent\n  100 %  2026-03-31      20,000 activities sent\n", console.Text);
    }
}
