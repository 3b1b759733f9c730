using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Fact]
    public async Task Each_contribution_is_a_line_and_the_total_is_the_sum()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.Add(SomeLeads.Ada());
        var run = await CliRun.AgainstAsync(server, "explain", "ada");
        Assert.Equal(
            """
            ada: corporate-community version 1, as of 2018-09-02
            score 46.25   points 52.125   rank 1   percentile 100.00

              signal         facet       measured    points
            ─────────────────────────────────────────────────────────────────────────────────────
              tag interest   price             12   +40.000        │███████████████████████████
              visits                          7.5   +20.125        │█████████████▋
              downvotes                         2    -8.000   █████│
              tag interest   off-topic          3     0.000        │
            ─────────────────────────────────────────────────────────────────────────────────────
              total                                 +52.125

            2018-08-24 ··▁▁▁▂▂▂▄█ 2018-09-02
            points 1.000 on 2018-08-26, 52.125 on 2018-09-02; least 1.000, most 52.125   improving
            stage consideration since 2018-09-01
            topics of the last 30 days
              #hiring       12 ████████████████ last on 2018-09-02
              [price]\u{1b}  3 ████             last on 2018-08-30

            """,
            string.Join('\n', run.Output.Split('\n').Select(line => line.TrimEnd())));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task The_phrases_that_a_filter_found_are_shown_where_the_facet_is()
    {
        await using var server = await FakeServer.StartAsync();
        var said = new Contribution { Signal = "need", Measured = 2, Points = 50, Evidence = { "any suggestions", "looking for ... tool*" } };
        server.Leads.Leads.Add(new Lead { Member = "ada", Points = 50, Rank = 1, Contributions = { said } });
        var run = await CliRun.AgainstAsync(server, "explain", "ada");
        Assert.Contains("\"any suggestions\", \"looking for ... tool*\"", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "explain", "ada", "--json")).Output);
        var evidence = json.RootElement.GetProperty("contributions")[0].GetProperty("evidence").EnumerateArray().Select(one => one.GetString());
        Assert.Equal(["any suggestions", "looking for ... tool*"], evidence);
    }

    [Fact]
    public async Task Json_is_the_lead_with_model_and_day()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.Add(SomeLeads.Ada());
        var run = await CliRun.AgainstAsync(server, "explain", "ada", "--json", "--as-of", "2018-09-02", "--model", "recruiting");
        using var json = JsonDocument.Parse(run.Output);
        var points = json.RootElement.GetProperty("contributions").EnumerateArray().Sum(one => one.GetProperty("points").GetDecimal());
        Assert.Equal(points, json.RootElement.GetProperty("points").GetDecimal());
        Assert.Equal("2018-09-02", json.RootElement.GetProperty("asOf").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("modelVersion").GetInt32());
        Assert.Equal(JsonValueKind.Number, json.RootElement.GetProperty("rank").ValueKind);
        var request = Assert.Single(server.Leads.Scores);
        Assert.Equal(("ada", "recruiting", "2018-09-02"), (request.Member, request.Model, request.AsOf));
        var topics = json.RootElement.GetProperty("topics").EnumerateArray().Select(topic =>
            (topic.GetProperty("tag").GetString(), topic.GetProperty("count").GetInt64(), topic.GetProperty("latestDay").GetString()));
        Assert.Equal([("#hiring", 12, "2018-09-02"), ("[price]\u001b", 3, "2018-08-30")], topics);
        var question = Assert.Single(server.Leads.TopicQuestions);
        Assert.Equal(("ada", "2018-09-02", 0, 0), (question.Member, question.AsOf, question.Days, question.Limit));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Points_that_are_approximate_are_told(bool approximate)
    {
        await using var server = await FakeServer.StartAsync();
        var lead = SomeLeads.Ada();
        lead.Approximate = approximate;
        server.Leads.Leads.Add(lead);
        var run = await CliRun.AgainstAsync(server, "explain", lead.Member, "--as-of", "2016-01-31");
        Assert.Equal(approximate, run.Output.Contains("\nThe points are approximate: ", StringComparison.Ordinal));
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "explain", lead.Member, "--json")).Output);
        Assert.Equal(approximate, json.RootElement.GetProperty("approximate").GetBoolean());
    }

    [Fact]
    public async Task A_member_without_topics_is_told_so()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.Add(SomeLeads.Ada());
        server.Leads.Topics.Topics.Clear();
        var run = await CliRun.AgainstAsync(server, "explain", "ada");
        Assert.EndsWith("topics of the last 30 days: none\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_contributions_are_summed_up_after_the_greatest_and_the_total_stays_the_sum()
    {
        await using var server = await FakeServer.StartAsync();
        var lead = new Lead { Member = "ada", Points = 0.1 * 100, Rank = 1 };
        for (var i = 0; i < 100; i++)
            lead.Contributions.Add(new Contribution { Signal = "tag", Facet = i.ToString(CultureInfo.InvariantCulture), Points = 0.1 });
        server.Leads.Leads.Add(lead);
        var run = await CliRun.AgainstAsync(server, "explain", "ada");
        Assert.Contains("and 40 smaller ones", run.Output, StringComparison.Ordinal);
        Assert.Contains("+4.000", run.Output, StringComparison.Ordinal);
        Assert.Contains("+10.000", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("at fault", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contributions_that_do_not_add_up_are_not_hidden()
    {
        await using var server = await FakeServer.StartAsync();
        var lead = SomeLeads.Ada();
        lead.Points += 0.001;
        server.Leads.Leads.Add(lead);
        var run = await CliRun.AgainstAsync(server, "explain", "ada");
        Assert.Contains("The contributions sum to 52.125, which is not the points", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_is_too_long_leaves_the_score_explained()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.Add(SomeLeads.Ada());
        server.Leads.HistoryFailure = new RpcException(new Status(StatusCode.ResourceExhausted, "too many colleagues"));
        var run = await CliRun.AgainstAsync(server, "explain", "ada");
        Assert.Contains("total                                 +52.125", run.Output, StringComparison.Ordinal);
        Assert.Contains("topics of the last 30 days", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, "socialleads: no line of the last days: too many colleagues\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task An_unknown_member_is_exit_code_4()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "explain", "eve");
        Assert.Equal(
            (4, "", "socialleads: not found: member 'eve' has no activity on or before 2018-09-02\n"), (run.ExitCode, run.Output, run.Error));
    }
}
