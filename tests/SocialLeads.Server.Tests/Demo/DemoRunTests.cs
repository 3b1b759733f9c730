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

        var last = server.LeadRequests.Where(r => r.AsOf == "2026-03-31").ToList();
        Assert.All(server.LeadRequests, r => Assert.Equal("corporate-community", r.Model));
        Assert.Equal([LeadView.Full, LeadView.Basic, LeadView.Basic], last.Select(r => r.View));
    }

    [Fact]
    public async Task The_desk_calls_the_day_after_it_looks_at_the_list_and_calls_nobody_twice()
    {
        var server = new CannedServer();

        await RunAsync(server);

        var days = server.LeadRequests.Where(r => r.AsOf != "2026-03-31").Select(r => r.AsOf).Distinct().ToList();
        Assert.Equal(["2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27"], days);
        Assert.Equal(days.Select(day => DateOnly.Parse(day, null).AddDays(1)), server.Outcomes.Values.Select(one => DateOnly.FromDateTime(one.OccurredAt.ToDateTime())).Distinct());
        Assert.Equal(server.Outcomes.Count, server.Outcomes.Values.Select(one => one.Member).Distinct().Count());
        Assert.All(server.Outcomes.Values, one => Assert.True(one.Kind is OutcomeKind.Qualified or OutcomeKind.Rejected));
        Assert.InRange(server.Outcomes.Count, 4 * 20, 4 * 32);
    }

    [Fact]
    public async Task Too_little_to_learn_from_is_said_and_nothing_is_stored()
    {
        var server = new CannedServer();

        var (allTaken, text) = await RunAsync(server);

        Assert.True(allTaken);
        Assert.Contains("No model is learned. There are 7 positive and 9 negative outcomes to learn from.", text);
        Assert.Empty(server.Created);
    }

    [Fact]
    public async Task What_is_learned_is_stored_once_published_and_held_against_those_nobody_has_called()
    {
        var server = new CannedServer { Learning = new LearnReport { Document = "the document", Warnings = { new LearnWarning { Text = "Beware of this." } } } };
        var (_, first) = await RunAsync(server);
        var recorded = server.Outcomes.Count;
        var (_, second) = await RunAsync(server);

        Assert.Equal(FromLeadsOn(first), FromLeadsOn(second));
        Assert.Equal(("the document", ModelState.Published), (Assert.Single(server.Created).Document, server.Created[0].State));
        Assert.Equal(recorded, server.Outcomes.Count);
        Assert.Contains("published beside the pack as learned@1", first);
        Assert.Contains(FormattableString.Invariant($"Nobody has called {1_200 - recorded:N0} members"), first);
        Assert.Contains("found in the top 5 %", first);
        Assert.Contains("Beware of this.", first);
        Assert.Equal("learned", server.LeadRequests[^1].Model);
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
