using System.Text.Json;
using System.Xml.Linq;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Evaluate;

public sealed class ModelsEvaluateCommandTests
{
    /// <summary>
    /// Of the twenty in question, the first and the third are positive: of 36 pairs one is the wrong way round; the horizon of 90 days
    /// ends on 2018-12-01, with m3 and before m4.
    /// </summary>
    [Fact]
    public async Task Figures_are_those_of_the_members_in_question()
    {
        var json = await JsonOf(TwentyMembers.Outcomes, "outcomes.csv");
        var day = json.GetProperty("days").EnumerateArray().Single();
        Assert.Equal(
            ("2018-09-02", 20, 2, 1, 1),
            (day.GetProperty("asOf").GetString(), Count(day, "members"), Count(day, "positives"), Count(day, "leftOut"), Count(day, "notSeen")));
        var ranking = json.GetProperty("rankings").EnumerateArray().Single();
        Assert.Equal("corporate-community@1", ranking.GetProperty("ranking").GetString());
        Assert.Equal(35 / 36.0, Value(ranking, "auc"), 1e-12);
        Assert.Equal((1 + 2 / 3.0) / 2, Value(ranking, "averagePrecision"), 1e-12);
        Assert.Equal((1.0, 0.5, 10.0), (Value(ranking, "precisionAt5Percent"), Value(ranking, "recallAt5Percent"), Value(ranking, "liftAt5Percent")));
        Assert.Equal((0.5, 0.5, 5.0), (Value(ranking, "precisionAt10Percent"), Value(ranking, "recallAt10Percent"), Value(ranking, "liftAt10Percent")));
        // m1 has a score of 20, m2 of 19, and so on.
        var brier = Enumerable.Range(1, 20).Average(i => Math.Pow((i is 1 or 3 ? 1 : 0) - (21 - i) / 100.0, 2));
        Assert.Equal(brier, Value(ranking, "brierOfScore"), 1e-12);
        var interval = ranking.GetProperty("intervals").GetProperty("auc");
        Assert.InRange(35 / 36.0, interval[0].GetDouble(), interval[1].GetDouble());
        Assert.False(ranking.TryGetProperty("brier", out _), "two positives are too few to calibrate on");
        Assert.Contains(json.GetProperty("notes").EnumerateArray(), note => note.GetString()!.StartsWith("1 members with outcomes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_of_json_are_read_like_a_table()
    {
        var lines = TwentyMembers.Outcomes.Split('\n')[1..].Select(line => line.Split(','))
            .Select(cells => $$"""{"outcome":"{{cells[2]}}","amount":12.5,"member":"{{cells[0]}}","day":"{{cells[1]}}"}""");
        Assert.Equal(
            (await JsonOf(TwentyMembers.Outcomes, "outcomes.csv")).ToString(),
            (await JsonOf("\uFEFF\n " + string.Join("\r\n", lines), "outcomes.jsonl")).ToString());
    }

    [Fact]
    public async Task Without_a_file_the_recorded_outcomes_count()
    {
        await using var server = await TwentyMembers.ServeAsync();
        Assert.Equal(0, (await new CliRunner { Server = server, Input = TwentyMembers.Outcomes }.RunAsync("outcomes", "import", "-")).ExitCode);
        var run = await CliRun.AgainstAsync(server, "models", "evaluate", "--as-of", TwentyMembers.Day, "--within", "90", "--draws", "100", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((await JsonOf(TwentyMembers.Outcomes, "outcomes.csv")).ToString(), JsonDocument.Parse(run.Output).RootElement.ToString());
    }

    [Fact]
    public async Task What_counts_as_positive_and_for_how_long_can_be_told()
    {
        var won = await JsonOf(TwentyMembers.Outcomes, "outcomes.csv", "--positive", "won");
        Assert.Equal(1, Count(won.GetProperty("days")[0], "positives"));
        var longer = await JsonOf(TwentyMembers.Outcomes, "outcomes.csv", "--within", "91");
        Assert.Equal(3, Count(longer.GetProperty("days")[0], "positives"));
    }

    [Fact]
    public async Task Models_are_held_against_the_same_members_and_each_other()
    {
        var json = await JsonOf(TwentyMembers.Outcomes, "outcomes.csv", "--model", "corporate-community", "backwards");
        Assert.Equal(["corporate-community@1", "backwards@1"], json.GetProperty("rankings").EnumerateArray().Select(ranking => ranking.GetProperty("ranking").GetString()));
        var difference = json.GetProperty("differences").EnumerateArray().Single();
        Assert.Equal(("corporate-community@1", "backwards@1"), (difference.GetProperty("first").GetString(), difference.GetProperty("second").GetString()));
        Assert.Equal(34 / 36.0, Value(difference, "auc"), 1e-12);
    }

    [Fact]
    public async Task Pages_are_read_to_the_end_as_of_the_day_and_without_contributions()
    {
        await using var server = await TwentyMembers.ServeAsync();
        await TwentyMembers.EvaluateAsync(server, TwentyMembers.Outcomes, "outcomes.csv");
        var request = Assert.Single(server.Leads.Lists);
        Assert.Equal((TwentyMembers.Day, V1.LeadView.Basic, 1_000), (request.AsOf, request.View, request.PageSize));
    }

    [Fact]
    public async Task Forty_positives_have_a_probability_and_its_reliability()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Ranked = _ => [.. Enumerable.Range(0, 200).Select(i => new V1.Lead { Member = $"m{i}", Points = 200 - i, Score = 80 - i / 3.0 })];
        var outcomes = "member,day,outcome\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"m{i * i / 10},2018-09-10,won\n"));
        var run = await TwentyMembers.EvaluateAsync(server, outcomes, "outcomes.csv", "--json");
        var ranking = JsonDocument.Parse(run.Output).RootElement.GetProperty("rankings")[0];
        Assert.InRange(Value(ranking, "brier"), 0.05, Value(ranking, "brierOfScore"));
        Assert.Equal(200, ranking.GetProperty("reliability").EnumerateArray().Sum(bin => Count(bin, "rows")));
        Assert.Equal(200, ranking.GetProperty("reliabilityOfScore").EnumerateArray().Sum(bin => Count(bin, "rows")));
    }

    [Fact]
    public async Task People_see_lift_with_whiskers_and_get_a_page_and_a_chart()
    {
        await using var server = await TwentyMembers.ServeAsync();
        using var folder = new TemporaryFolder();
        var (page, chart) = (Path.Combine(folder.Path, "report.html"), Path.Combine(folder.Path, "chart.svg"));
        var run = await TwentyMembers.EvaluateAsync(
            server, TwentyMembers.Outcomes, "outcomes.csv", "--model", "a<b>&c", "backwards", "--report", page, "--chart", chart);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("who is qualified or won within the next 90 days?", run.Output, StringComparison.Ordinal);
        Assert.Contains("a<b>&c@1 has 50 % of them in its top 5 %: 10.0 times", run.Output, StringComparison.Ordinal);
        Assert.Matches("a<b>&c@1 +10.0 .*[├●]", run.Output);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Contains(XDocument.Load(chart).Descendants(ns + "text"), text => text.Value == "a<b>&c@1");
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("a&lt;b&gt;&amp;c@1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> JsonOf(string outcomes, string file, params string[] more)
    {
        await using var server = await TwentyMembers.ServeAsync();
        var run = await TwentyMembers.EvaluateAsync(server, outcomes, file, ["--json", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static double Value(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private static int Count(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
