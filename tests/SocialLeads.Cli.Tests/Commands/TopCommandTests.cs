using System.Text.Json;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class TopCommandTests
{
    [Fact]
    public async Task Leads_are_shown_with_their_strongest_reasons()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.AddRange([SomeLeads.Ada(), SomeLeads.Bob()]);
        var run = await CliRun.AgainstAsync(server, "top", "--as-of", "2018-09-02");
        Assert.Equal(
            """
            corporate-community version 1, as of 2018-09-02: 2 of 3,461 members

              rank   member        score                   points   strongest reasons
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                 1   ada           46.25   ████▋           52.125   tag interest (price) +40.000; visits +20.125; downvotes -8.000
                 2   [bob]\u{1b}   10.00   █            1,234.500   visits +1,234.500


            """,
            TrimLines(run.Output));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Json_is_a_list_with_contributions_and_numbers()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.Add(SomeLeads.Ada());
        var run = await CliRun.AgainstAsync(server, "top", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var lead = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("ada", lead.GetProperty("member").GetString());
        Assert.Equal(52.125, lead.GetProperty("points").GetDouble());
        Assert.Equal(46.25, lead.GetProperty("score").GetDouble());
        Assert.Equal(1, lead.GetProperty("rank").GetInt64());
        Assert.Equal(4, lead.GetProperty("contributions").GetArrayLength());
        var first = lead.GetProperty("contributions")[0];
        Assert.Equal("tag_interest", first.GetProperty("signal").GetString());
        Assert.Equal("price", first.GetProperty("facet").GetString());
        Assert.Equal(40, first.GetProperty("points").GetDouble());
        Assert.Equal("", lead.GetProperty("contributions")[1].GetProperty("facet").GetString());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_long_list_is_read_in_pages()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.AddRange(SomeLeads.Many(1_000));
        var run = await CliRun.AgainstAsync(
            server, "top", "--json", "--limit", "450", "--model", "recruiting", "--min-score", "12.5", "--as-of", "2018-09-02");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(Enumerable.Range(1, 450), json.RootElement.EnumerateArray().Select(lead => lead.GetProperty("rank").GetInt32()));
        Assert.Equal([200, 200, 50], server.Leads.Lists.Select(request => request.PageSize));
        Assert.All(server.Leads.Lists, request =>
        {
            Assert.Equal(("recruiting", 12.5, "2018-09-02", LeadView.Full), (request.Model, request.MinScore, request.AsOf, request.View));
        });
    }

    [Fact]
    public async Task No_leads_are_an_empty_list()
    {
        await using var server = await FakeServer.StartAsync();
        Assert.Equal("[]\n", (await CliRun.AgainstAsync(server, "top", "--json")).Output);
        Assert.Equal(
            "corporate-community version 1, as of 2026-01-31: 0 of 3,461 members\n", (await CliRun.AgainstAsync(server, "top")).Output);
    }

    [Fact]
    public async Task Control_sequences_go_to_terminals_only()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Leads.Add(SomeLeads.Bob());
        Assert.DoesNotContain('\u001b', (await CliRun.AgainstAsync(server, "top")).Output);
        Assert.Contains('\u001b', (await new CliRunner { Server = server, IsTerminal = true }.RunAsync("top")).Output);
    }

    [Fact]
    public async Task The_tenant_goes_in_a_header_from_the_option_or_the_environment()
    {
        await using var server = await FakeServer.StartAsync();
        await CliRun.AgainstAsync(server, "top");
        await CliRun.AgainstAsync(server, "top", "--tenant", "acme");
        await CliRun.AgainstAsync(server, "--tenant", "acme", "top");
        var runner = new CliRunner { Server = server };
        runner.Variables["SOCIALLEADS_TENANT"] = "globex";
        await runner.RunAsync("top");
        Assert.Equal([null, "acme", "acme", "globex"], server.Leads.Tenants);
    }

    private static string TrimLines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
