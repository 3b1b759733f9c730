using System.Text.Json;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class ImportCommandTests
{
    private const string FewLines =
        """
        {"id":"1","member":"ada","kind":"page_view","occurredAt":"2026-01-30T09:00:00Z"}
        {"id":"2","member":"","kind":"page_view","occurredAt":"2026-01-31T23:59:59.999Z"}
        nonsense
        {"id":"1","member":"ada","kind":"page_view","occurredAt":"2026-01-30T09:00:00Z"}
        """;

    [Fact]
    public async Task A_dump_is_sent_and_reported()
    {
        await using var server = await FakeServer.StartAsync();
        using var dump = new SmallDump(votes:
            """
            <row Id="1" VoteTypeId="2" PostId="11" CreationDate="2018-03-14T00:00:00.000" />
            <row Id="2" VoteTypeId="10" PostId="11" CreationDate="2018-03-14T00:00:00.000" />
            """);
        var run = await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path);
        Assert.Equal(
            """
            Sent 10 activities in 0.0 s (0/s): 10 accepted, 0 duplicate, 0 rejected.

            Mapped
              Users.xml                   3  registration
              Users.xml                   3  visit
              Posts.xml                   1  question
              Posts.xml                   1  answer
              Votes.xml                   1  vote_received
              Posts.xml and Comments.xml  1  connection

            Not mapped
              Users.xml  1  the community user (-1) is not a member
              Users.xml  3  no profile_update: nothing is filled in
              Votes.xml  1  deletion (VoteTypeId 10): moderation, by nobody named

            The last day seen is 2018-09-01 (UTC). Its leads:
              socialleads top --as-of 2018-09-01

            """,
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(10, server.Activities.Recorded.Count);
    }

    [Fact]
    public async Task The_same_dump_again_and_shuffled_changes_nothing()
    {
        await using var server = await FakeServer.StartAsync();
        using var dump = new SmallDump();
        await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path);
        var recorded = server.Activities.Recorded.Count;
        var inOrder = server.Activities.Arrivals.ToList();
        server.Activities.Arrivals.Clear();
        var run = await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path, "--shuffle", "7");
        Assert.Contains($"0 accepted, {recorded} duplicate, 0 rejected", run.Output, StringComparison.Ordinal);
        Assert.Contains("held in memory", run.Error, StringComparison.Ordinal);
        Assert.Equal(recorded, server.Activities.Recorded.Count);
        Assert.NotEqual(inOrder, server.Activities.Arrivals);
        Assert.Equal(inOrder.Order(), server.Activities.Arrivals.Order());
    }

    [Fact]
    public async Task What_the_server_left_out_is_told()
    {
        await using var server = await FakeServer.StartAsync();
        server.Activities.FacetsLeftOut = 1_234;
        using var dump = new SmallDump();
        var run = await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path);
        Assert.Contains("rejected.\n1,234 tags, groups and other facets were left out: the server has no room", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path, "--json")).Output);
        Assert.Equal(1_234, json.RootElement.GetProperty("facetsLeftOut").GetInt32());
    }

    [Fact]
    public async Task Json_lines_come_from_standard_input_and_bad_ones_do_not_stop_them()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await new CliRunner { Server = server, Input = FewLines }.RunAsync("import", "jsonl", "-");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Sent 3 activities in 0.0 s (0/s): 1 accepted, 1 duplicate, 1 rejected.\n1 lines could not be read.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("socialleads top --as-of 2026-01-30\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("not an activity: stdin:3: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("rejected: stdin:2, id '2', member '': member: must have 1 to 200 bytes\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_the_file_of_rejects_have_all_of_them()
    {
        await using var server = await FakeServer.StartAsync();
        using var folder = new TemporaryFolder();
        var input = string.Concat(Enumerable.Range(0, 20).Select(number => $"{{\"id\":\"{number}\",\"kind\":\"visit\"}}\n")) + "nonsense\n";
        var file = folder.Write("few.jsonl", input);
        var rejects = Path.Combine(folder.Path, "rejects.jsonl");
        var run = await CliRun.AgainstAsync(server, "import", "jsonl", file, "--json", "--rejects", rejects, "--tenant", "acme");
        Assert.Equal(1, run.ExitCode);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(21, json.RootElement.GetProperty("rejects").GetArrayLength());
        Assert.Equal(20, json.RootElement.GetProperty("rejected").GetInt64());
        Assert.Equal(1, json.RootElement.GetProperty("badLines").GetInt64());
        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("lastDay").ValueKind);

        var lines = await File.ReadAllLinesAsync(rejects, TestContext.Current.CancellationToken);
        Assert.Equal(21, lines.Length);
        Assert.Contains("""{"source":"few.jsonl","line":1,"id":"0","member":"","violations":[{"field":"member","description":"must have 1 to 200 bytes"}]}""", lines);

        Assert.Equal(5, run.Error.Split('\n').Count(line => line.StartsWith("rejected: ", StringComparison.Ordinal) || line.StartsWith("not an", StringComparison.Ordinal)));
        Assert.Contains("further rejects are counted only", run.Error, StringComparison.Ordinal);
        Assert.Equal(["acme"], server.Activities.Tenants);
    }

    [Fact]
    public async Task An_import_without_rejects_is_well_formed_JSON_too()
    {
        await using var server = await FakeServer.StartAsync();
        using var dump = new SmallDump();
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path, "--json")).Output);
        Assert.Equal(0, json.RootElement.GetProperty("rejects").GetArrayLength());
        Assert.Equal("socialleads top --as-of 2018-09-01", json.RootElement.GetProperty("next").GetString());
        Assert.Equal("registration", json.RootElement.GetProperty("mapped")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task What_was_sent_before_garbage_is_reported_and_the_garbage_named()
    {
        await using var server = await FakeServer.StartAsync();
        using var dump = new SmallDump();
        dump.WriteRaw("Comments.xml", "<comments>\n<row Id=");
        var users = string.Concat(Enumerable.Range(1, 600).Select(id => $"<row Id=\"{id}\" CreationDate=\"2018-03-09T00:00:00\" />\n"));
        dump.WriteRaw("Users.xml", SmallDump.Table("Users", users));
        var run = await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("socialleads: Comments.xml, line 2: ", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("Sent 500 activities", run.Output, StringComparison.Ordinal);
        Assert.Contains("did not come to its end", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_on_terminals()
    {
        await using var server = await FakeServer.StartAsync();
        using var dump = new SmallDump();
        var run = await new CliRunner { Server = server, IsTerminal = true }.RunAsync("import", "stackexchange", dump.Path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Stack Exchange dump: 9 activities", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }
}
