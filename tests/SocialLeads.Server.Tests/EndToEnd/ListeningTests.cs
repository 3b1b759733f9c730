using System.Globalization;
using System.Text.Json;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>Filters over texts that come when much has been said already.</summary>
public sealed class ListeningTests : IDisposable
{
    private const int Members = 60;

    private static readonly KeyValuePair<string, string?> _listening = new("Packs", "listening");

    private static readonly string[] _said =
    [
        "", "We are looking for a solution, any suggestions?", "Tired of Globex.", "Which CRM would you recommend?", "Nothing to see here.",
        "Can anyone recommend lead scoring? We switch from Initech.",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_draft_with_filters_is_published_and_counts_as_if_it_had_been_there_from_the_beginning()
    {
        await using var counting = await TestServer.StartAsync(settings: _listening);
        await SayAsync(counting, 0, 400);
        await using var server = await TestServer.StartAsync();
        await SayAsync(server, 0, 300);
        var draft = await ModelDrafts.CreateAsync(server, (await ModelDrafts.GetAsync(server, "listening")).Document);
        Assert.Null(draft.FilterCounts);
        Assert.True(draft.FiltersUncounted);
        Assert.Equal(["listening 1 Published", "listening 2 Draft"], await UncountedAsync(server));

        var traffic = SayAsync(server, 300, 400);
        var published = await ModelDrafts.PublishAsync(server, draft);
        await traffic;

        Assert.True(published.FilterCounts.Complete);
        // The pack has the same filters.
        Assert.Empty(await UncountedAsync(server));
        Assert.Equal("", published.FilterCounts.CompleteFrom);
        Assert.Equal(await ScoresAsync(counting), await ScoresAsync(server));

        await server.Models.RetireModelAsync(new RetireModelRequest { Model = draft.Model_, Version = draft.Version }, cancellationToken: Cancel);
        Assert.Null((await ModelDrafts.GetAsync(server, draft.Model_, draft.Version)).FilterCounts);
        Assert.Equal(["listening 1 Published", "listening 2 Retired"], await UncountedAsync(server));
    }

    [Fact]
    public async Task A_trial_finds_what_publishing_finds()
    {
        await using var server = await TestServer.StartAsync();
        await SayAsync(server, 0, 300);
        var draft = await ModelDrafts.CreateAsync(server, (await ModelDrafts.GetAsync(server, "listening")).Document);
        var before = PointsOf(await TryAsync(server, draft));

        await ModelDrafts.PublishAsync(server, draft);

        Assert.Contains(before, line => !line.EndsWith(" 0", StringComparison.Ordinal));
        Assert.Equal(before, PointsOf(await TryAsync(server, draft)));
        foreach (var line in before)
        {
            var lead = await ScoreAsync(server, line.Split(' ')[0]);
            Assert.Equal(line, $"{lead.Member} {lead.Points.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    [Fact]
    public async Task A_pack_that_is_newly_kept_counts_what_was_said_before()
    {
        await using (var server = await TestServer.StartAsync(_folder)) await SayAsync(server, 0, 200);
        await using var counting = await TestServer.StartAsync(settings: _listening);
        await SayAsync(counting, 0, 200);

        await using var again = await TestServer.StartAsync(_folder, settings: _listening);
        while ((await ModelDrafts.GetAsync(again, "listening")).FilterCounts is not { Complete: true })
        {
            // The question has the partitions begin.
        }

        Assert.Equal(await ScoresAsync(counting), await ScoresAsync(again));
        var listed = await again.Models.ListModelsAsync(new ListModelsRequest(), cancellationToken: Cancel);
        Assert.Equal(["listening"], listed.Models.Where(model => model.FilterCounts is not null).Select(model => model.Model_));
    }

    [Fact]
    public async Task The_command_line_publishes_waits_and_shows_what_matched()
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder, "data"));
        string[] at = ["--server", $"http://{server.Channel.Target}"];
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Said("1", "maria", 0, "We are looking for a solution, any suggestions?")), cancellationToken: Cancel);
        var document = (await CliProcess.RunAsync(["models", "show", "listening", "--document", .. at])).Output;
        var file = Path.Combine(_folder, "mine.yaml");
        await File.WriteAllTextAsync(file, document.Replace("model: listening", "model: mine", StringComparison.Ordinal), Cancel);
        await CliProcess.RunAsync(["models", "create", file, "--author", "Ann", "--reason", "Listen", .. at]);

        var (exitCode, output, error) = await CliProcess.RunAsync(["models", "publish", "mine@1", "--json", .. at]);

        Assert.True(exitCode == 0, error);
        var counts = JsonDocument.Parse(output).RootElement.GetProperty("filterCounts");
        Assert.Equal((true, ""), (counts.GetProperty("complete").GetBoolean(), counts.GetProperty("completeFrom").GetString()));
        Assert.Matches(@"texts\s+counted\s+from\s+the\s+beginning", (await CliProcess.RunAsync(["models", "show", "mine", .. at])).Output);
        var sheet = (await CliProcess.RunAsync(["explain", "maria", "--model", "mine", "--as-of", Sample.Day, .. at])).Output;
        Assert.Contains("\"any suggestions\"", sheet, StringComparison.Ordinal);
    }

    private static async Task SayAsync(TestServer server, int from, int to)
    {
        foreach (var ids in Enumerable.Range(from, to - from).Chunk(20))
        {
            await server.Activities.RecordActivitiesAsync(
                Sample.Batch(ids.Select(id => Said($"{id}", $"m{id * 7919 % Members}", id % 40, _said[id * 31 % _said.Length]))), cancellationToken: Cancel);
        }
    }

    private static Activity Said(string id, string member, int daysBefore, string text)
    {
        var post = Sample.Post(id, member, daysBefore);
        post.Text = text;
        return post;
    }

    private static async Task<TrialReport> TryAsync(TestServer server, Model draft)
    {
        var request = new TryModelRequest { Model = draft.Model_, Version = draft.Version, AgainstModel = "corporate-community", AsOf = { Sample.Day } };
        using var call = server.Models.TryModel(request, cancellationToken: Cancel);
        TrialReport? report = null;
        while (await call.ResponseStream.MoveNext(Cancel)) report = call.ResponseStream.Current.Report ?? report;
        return report!;
    }

    /// <summary>Those whom a trial names, with their points under the draft.</summary>
    private static List<string> PointsOf(TrialReport report) =>
    [
        .. report.Days.Single().Movers.Concat(report.Days.Single().BestEntering)
            .Select(move => $"{move.Member} {move.Points.ToString(CultureInfo.InvariantCulture)}").Distinct().Order(StringComparer.Ordinal),
    ];

    private static async Task<Lead> ScoreAsync(TestServer server, string member) => (await server.Leads.GetScoreAsync(
        new GetScoreRequest { Member = member, Model = "listening", AsOf = Sample.Day }, cancellationToken: Cancel)).Lead;

    private static async Task<IEnumerable<string>> UncountedAsync(TestServer server) =>
        (await server.Models.ListModelsAsync(new ListModelsRequest { ShowRetired = true }, cancellationToken: Cancel)).Models
            .Where(model => model.FiltersUncounted).Select(model => $"{model.Model_} {model.Version} {model.State}");

    private static async Task<List<string>> ScoresAsync(TestServer server)
    {
        var scores = new List<string>();
        for (var member = 0; member < Members; member++)
        {
            var lead = await ScoreAsync(server, $"m{member}");
            scores.Add($"{lead.Member} {lead.Points} {string.Join("; ", lead.Contributions.Select(one => $"{one.Signal} {one.Measured} {one.Points} {string.Join(", ", one.Evidence)}"))}");
        }

        return scores;
    }
}
