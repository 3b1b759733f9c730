using System.Text.Json;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class HistoryCommandTests
{
    [Fact]
    public async Task The_points_are_a_line_with_trend_and_stage()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "history", "ada", "--days", "10", "--as-of", "2018-09-02", "--model", "recruiting");
        Assert.Equal(
            """
            2018-08-24 ··▁▁▁▂▂▂▄█ 2018-09-02
            points 1.000 on 2018-08-26, 52.125 on 2018-09-02; least 1.000, most 52.125   improving
            stage consideration since 2018-09-01

            """,
            run.Output);
        var request = Assert.Single(server.Leads.Histories);
        Assert.Equal(("ada", "recruiting", "2018-09-02", 10), (request.Member, request.Model, request.AsOf, request.Days));
    }

    [Fact]
    public async Task Json_says_which_days_have_approximate_points()
    {
        await using var server = await FakeServer.StartAsync();
        foreach (var day in server.Leads.History.Days.Take(4)) day.Approximate = true;
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "history", "ada", "--json")).Output);
        Assert.Equal(
            [true, true, true, true, false, false, false, false, false, false],
            json.RootElement.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("approximate").GetBoolean()));
    }

    [Fact]
    public async Task Json_has_every_day_and_null_before_the_first_activity()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "history", "ada", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var days = json.RootElement.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal(10, days.Count);
        Assert.Equal(JsonValueKind.Null, days[0].GetProperty("points").ValueKind);
        Assert.Equal(52.125, days[^1].GetProperty("points").GetDouble());
        Assert.Equal("improving", json.RootElement.GetProperty("trend").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("401")]
    [InlineData("x")]
    public async Task Days_out_of_range_are_a_usage_error(string days)
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "history", "ada", "--days", days);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--days: '{days}' is not a number from 1 to 400", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_days_are_drawn_in_sixty_columns_of_which_the_last_is_the_last_day()
    {
        var days = Enumerable.Range(0, 400).Select(day => new DayScore { Day = "d", Points = day == 399 ? 100 : -5 }).ToList();
        var line = HistoryLine.Draw(days);
        Assert.Equal(60, line.Length);
        Assert.Equal('█', line[^1]);
        Assert.All(line[..^1], column => Assert.Equal('▁', column));
    }
}
