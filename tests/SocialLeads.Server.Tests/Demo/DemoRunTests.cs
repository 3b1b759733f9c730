using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo;

public sealed class DemoRunTests
{
    private static readonly DemoOptions _options = new() { Members = 1_200, Days = 40, Seed = 5 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_seed_puts_the_same_text_on_the_screen()
    {
        var (_, first) = await RunAsync(new CannedServer());
        var (_, second) = await RunAsync(new CannedServer());

        Assert.Equal(first, second);
        Assert.Contains("The first 15 leads", first);
        Assert.Contains("Looked at prices: pricing", first);
        Assert.Contains("* interested", first);
    }

    [Fact]
    public async Task Everything_is_sent_in_batches_within_the_window()
    {
        var server = new CannedServer();

        await RunAsync(server);

        Assert.Equal(new Community(_options).Activities().Count(), server.BatchSizes.Sum());
        Assert.All(server.BatchSizes[..^1], size => Assert.Equal(ActivityFeed.BatchSize, size));
        Assert.Equal(ActivityFeed.Window, server.MostUnacknowledged);
    }

    [Fact]
    public async Task Leads_are_asked_for_as_of_the_simulations_last_day_and_all_pages_are_read()
    {
        var server = new CannedServer();

        await RunAsync(server);

        Assert.All(server.LeadRequests, r => Assert.Equal(("corporate-community", "2026-03-31"), (r.Model, r.AsOf)));
        Assert.Equal([LeadView.Full, LeadView.Basic, LeadView.Basic], server.LeadRequests.Select(r => r.View));
    }

    [Fact]
    public async Task A_second_run_on_the_same_store_says_so_and_ranks_the_same()
    {
        var server = new CannedServer();
        var (_, first) = await RunAsync(server);

        var (allTaken, second) = await RunAsync(server);

        Assert.True(allTaken);
        Assert.Contains("This community is in the store already: all ", second);
        Assert.Equal(FromLeadsOn(first), FromLeadsOn(second));
    }

    [Fact]
    public async Task Members_of_another_community_in_the_store_are_told_apart()
    {
        var server = new CannedServer();
        await RunAsync(server, _options with { Members = 200, Seed = 6 });

        var (_, text) = await RunAsync(server);

        Assert.Matches("The store holds 1?[0-9]{2} members who are not of this community", text);
    }

    [Fact]
    public async Task A_rejected_activity_is_named_and_makes_the_run_fail()
    {
        var (allTaken, text) = await RunAsync(new CannedServer { Refuses = "demo-5-1200-40-1234" });

        Assert.False(allTaken);
        Assert.Contains("1 were rejected. The first: demo-5-1200-40-1234: kind: It is refused.", text);
    }

    [Fact]
    public async Task How_to_go_on_is_said_only_when_the_server_goes_on()
    {
        var (_, stopping) = await RunAsync(new CannedServer(), address: null);
        var (_, serving) = await RunAsync(new CannedServer(), address: "http://127.0.0.1:5080");
        var (_, elsewhere) = await RunAsync(new CannedServer(), address: "http://127.0.0.1:6000");

        Assert.DoesNotContain("Go on from here", stopping);
        Assert.Contains("src/SocialLeads.Cli -- top --as-of 2026-03-31", serving);
        Assert.Contains("src/SocialLeads.Cli -- top --server http://127.0.0.1:6000 --as-of 2026-03-31", elsewhere);
    }

    [Fact]
    public async Task A_pipe_gets_no_escape_codes_whatever_its_environment_claims()
    {
        using var console = new PlainConsole(claimsAnsi: true);

        await new DemoRun(new CannedServer(), console.Console, TimeProvider.System).RunAsync(_options, address: null, Cancellation);

        Assert.Contains("* interested", console.Text);
        Assert.DoesNotContain("\u001b", console.Text);
    }

    private static async Task<(bool AllTaken, string Text)> RunAsync(
        CannedServer server, DemoOptions? options = null, string? address = null)
    {
        using var console = new PlainConsole();
        var allTaken = await new DemoRun(server, console.Console, TimeProvider.System)
            .RunAsync(options ?? _options, address, Cancellation);
        return (allTaken, console.Text);
    }

    private static string FromLeadsOn(string text) => text[text.IndexOf("The first 15 leads", StringComparison.Ordinal)..];
}
