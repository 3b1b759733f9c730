using System.Text.Json;
using Grpc.Core;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class OutcomesCommandTests
{
    private const string Table = """
        member,day,outcome,amount
        ada,2025-12-01,qualified,
        ada,2026-01-05,won,1250.5
        ada,2026-01-05,won,80
        bob,2026-01-06,lost,
        """;

    [Fact]
    public async Task A_table_is_recorded_and_the_same_again_changes_nothing()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await ImportAsync(server, Table);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("Sent 4 outcomes", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 accepted, 0 duplicate, 0 rejected", run.Output, StringComparison.Ordinal);
        var won = server.Leads.Outcomes[("ada", "2026-01-05/won/2")];
        Assert.Equal((OutcomeKind.Won, 80.0, new DateTime(2026, 1, 5)), (won.Kind, won.Amount, won.OccurredAt.ToDateTime()));
        Assert.False(server.Leads.Outcomes[("bob", "2026-01-06/lost/1")].HasAmount);

        Assert.Contains("0 accepted, 4 duplicate", (await ImportAsync(server, Table)).Output, StringComparison.Ordinal);
        Assert.Equal(4, server.Leads.Outcomes.Count);
    }

    [Fact]
    public async Task Lines_of_json_with_ids_are_recorded()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await ImportAsync(server, """{"member":"ada","day":"2026-01-05","outcome":"won","amount":12.5,"id":"deal 7"}""");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(12.5, server.Leads.Outcomes[("ada", "deal 7")].Amount);
    }

    [Fact]
    public async Task What_is_listed_in_json_can_be_imported()
    {
        await using var from = await FakeServer.StartAsync();
        await ImportAsync(from, Table);
        var list = (await CliRun.AgainstAsync(from, "outcomes", "list", "--json")).Output;
        await using var to = await FakeServer.StartAsync();
        var run = await ImportAsync(to, "\uFEFF" + list);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(All(from), All(to));

        static IEnumerable<(string, OutcomeKind, DateTime, double)> All(FakeServer server) => server.Leads.Outcomes.Values
            .Select(one => (one.Member, one.Kind, one.OccurredAt.ToDateTime(), one.HasAmount ? one.Amount : -1)).Order();
    }

    [Fact]
    public async Task A_long_list_on_one_line_is_read()
    {
        await using var server = await FakeServer.StartAsync();
        var list = string.Join(", ", Enumerable.Range(0, 30_000).Select(i => $$"""{"member":"m{{i}}","day":"2026-01-05","outcome":"lost"}"""));
        var run = await ImportAsync(server, $"[{list}]");
        Assert.Contains("30,000 accepted, 0 duplicate, 0 rejected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_a_list_is_named_by_its_line_and_nothing_is_sent()
    {
        await using var server = await FakeServer.StartAsync();
        const string Right = """{"member":"ada","day":"2026-01-05","outcome":"won"}""";
        (string List, string Wrong)[] wrong =
        [
            ("[]", "there are no outcomes"),
            ($"[{Right},\n\n{Right},{Right.Replace("won", "bought", StringComparison.Ordinal)}]", "line 3: 'bought' is no outcome"),
            ($"[{Right},\n7]", "line 2: no object in JSON"),
            ($"[\n{Right}\n{Right}]", "line 3: no list in JSON"),
            ($"[\n{Right},\n", "line 3: no list in JSON"),
            ($"[\n{Right}\n]\n{Right}", "line 4: no list in JSON"),
            ($"[{Right},\n\n\"{new string('x', 2 * 1024 * 1024)}\"]", "line 3: no list in JSON: an element of more than 1,048,576 bytes"),
        ];
        foreach (var (list, message) in wrong)
        {
            var run = await ImportAsync(server, list);
            Assert.Equal(ExitCode.Usage, run.ExitCode);
            Assert.StartsWith($"socialleads: stdin: {message}", run.Error, StringComparison.Ordinal);
        }

        Assert.Empty(server.Leads.OutcomeRequests);
    }

    [Fact]
    public async Task A_wrong_line_is_named_and_nothing_is_sent()
    {
        await using var server = await FakeServer.StartAsync();
        (string Rows, string Wrong)[] wrong =
        [
            ("ada,2026-01-05,won,-1", "line 2: the amount '-1'"),
            ("ada,2026-01-05,won,NaN", "line 2: the amount 'NaN'"),
            ("ada,2026-01-05,bought,", "line 2: 'bought' is no outcome"),
            ("ada,2026-02-01,won,", "line 2: the day 2026-02-01 is in the future"),
            (",2026-01-05,won,", "line 2: the member is empty"),
        ];
        foreach (var (rows, message) in wrong)
        {
            var run = await ImportAsync(server, $"member,day,outcome,amount\n{rows}\n");
            Assert.Equal(ExitCode.Usage, run.ExitCode);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }

        Assert.Empty(server.Leads.OutcomeRequests);
    }

    [Fact]
    public async Task What_the_server_rejects_is_reported_with_its_line()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await ImportAsync(server, Table.Replace("bob", "nobody", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("rejected: stdin:5, id '2026-01-06/lost/1', member 'nobody': member: is nobody", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 accepted, 0 duplicate, 1 rejected", run.Output, StringComparison.Ordinal);

        var json = await ImportAsync(server, Table.Replace("bob", "nobody", StringComparison.Ordinal), "--json");
        var report = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal((5, 3), (report.GetProperty("rejects")[0].GetProperty("line").GetInt32(), report.GetProperty("duplicate").GetInt32()));
    }

    [Fact]
    public async Task Many_go_in_requests_of_a_thousand_and_a_lost_one_is_sent_again()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.BeforeOutcomes = number =>
        {
            if (number == 2) throw new RpcException(new Status(StatusCode.Unavailable, "The store cannot be reached now. Send this again as it is."));
        };
        var rows = string.Concat(Enumerable.Range(0, 2500).Select(i => $"m{i},2026-01-05,lost\n"));
        var run = await ImportAsync(server, "member,day,outcome\n" + rows);
        Assert.Equal([1000, 1000, 1000, 500], server.Leads.OutcomeRequests);
        Assert.Contains("2,500 accepted", run.Output, StringComparison.Ordinal);
        Assert.Equal("the server cannot take this now (The store cannot be reached now); trying again in 0.25 s\n", run.Error);
    }

    [Fact]
    public async Task One_is_recorded_by_hand_and_not_twice()
    {
        await using var server = await FakeServer.StartAsync();
        string[] args = ["outcomes", "record", "ada", "--outcome", "won", "--amount", "9.5"];
        var run = await CliRun.AgainstAsync(server, args);
        Assert.Equal((ExitCode.Done, "ada: won on 2026-01-31 is recorded.\n"), (run.ExitCode, run.Output));
        var recorded = server.Leads.Outcomes[("ada", "2026-01-31/won/1")];
        Assert.Equal((9.5, new DateTime(2026, 1, 31, 12, 0, 0)), (recorded.Amount, recorded.OccurredAt.ToDateTime()));
        Assert.Contains("was recorded before", (await CliRun.AgainstAsync(server, args)).Output, StringComparison.Ordinal);
        var json = await CliRun.AgainstAsync(server, [.. args, "--id", "7", "--day", "2026-01-02", "--json"]);
        Assert.Equal("accepted", JsonDocument.Parse(json.Output).RootElement.GetProperty("disposition").GetString());
        Assert.Equal(new DateTime(2026, 1, 2), server.Leads.Outcomes[("ada", "7")].OccurredAt.ToDateTime());
    }

    [Fact]
    public async Task Wrong_usage_is_refused()
    {
        foreach (var args in (string[][])[["record", "ada"], ["record", "ada", "--outcome", "bought"], ["list", "--from", "yesterday"], ["import"]])
            Assert.Equal(ExitCode.Usage, (await CliRun.AgainstAsync(null, ["outcomes", .. args])).ExitCode);
    }

    [Fact]
    public async Task They_are_listed_page_by_page()
    {
        await using var server = await FakeServer.StartAsync();
        await ImportAsync(server, Table);
        var all = JsonDocument.Parse((await CliRun.AgainstAsync(server, "outcomes", "list", "--json")).Output).RootElement;
        Assert.Equal(
            ["ada 2025-12-01 qualified", "ada 2026-01-05 won", "ada 2026-01-05 won", "bob 2026-01-06 lost"],
            all.EnumerateArray().Select(one => $"{one.GetProperty("member")} {one.GetProperty("day")} {one.GetProperty("outcome")}"));
        var run = await CliRun.AgainstAsync(
            server, "outcomes", "list", "--member", "ada", "--outcome", "won", "lost", "--from", "2026-01-01", "--to", "2026-01-31", "--limit", "2");
        Assert.StartsWith("2 outcomes, and more: --limit", run.Output, StringComparison.Ordinal);
        var request = server.Leads.OutcomeLists.Last();
        Assert.Equal(("ada", "2026-01-01", "2026-01-31"), (request.Member, request.FromDay, request.ToDay));
        Assert.Equal([OutcomeKind.Won, OutcomeKind.Lost], request.Kinds);
    }

    private static Task<CliRun> ImportAsync(FakeServer server, string file, params string[] args) =>
        new CliRunner { Server = server, Input = file }.RunAsync(["outcomes", "import", "-", .. args]);
}
