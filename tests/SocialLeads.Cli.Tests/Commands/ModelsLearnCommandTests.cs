using System.Text.Json;
using System.Xml.Linq;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class ModelsLearnCommandTests
{
    [Fact]
    public async Task The_document_is_written_and_the_figures_stand_side_by_side()
    {
        Assert.Empty(ModelDocument.Parse(SomeLearning.Document).Violations);
        await using var server = await FakeServer.StartAsync();
        using var folder = new TemporaryFolder();
        server.Models.Learning = SomeLearning.Create();
        var file = Path.Combine(folder.Path, "new.yaml");

        var run = await CliRun.AgainstAsync(
            server, "models", "learn", "learned", "--from", "corporate-community@2", "--title", "What we learned", "--out", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(SomeLearning.Document, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var request = Assert.Single(server.Models.Learned);
        Assert.Equal(("learned", "corporate-community", 2, "What we learned"), (request.Model, request.FromModel, request.FromVersion, request.Title));
        Assert.Contains("learned: learned from 3,050 members with outcomes, 1,050 of them positive; 3 more had done nothing", run.Output, StringComparison.Ordinal);
        Assert.Matches("area under the ROC curve +0.900 +0.750 +\\+0.150", run.Output);
        Assert.Contains("0.850 to 0.950", run.Output, StringComparison.Ordinal);
        Assert.Matches("Forwards +2 +\\+2.250 +█*│█+", run.Output);
        Assert.Matches("Balance +2 +-0.400 +█+│", run.Output);
        Assert.Matches("1,220 +0.800 +0.750 +█+", run.Output);
        Assert.Contains("Warning: <b>balance</b> is new\\u{1b}[2J", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_field_and_writes_no_file_unless_one_is_named()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Learning = SomeLearning.Create();
        var run = await CliRun.AgainstAsync(server, "models", "learn", "learned", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.False(File.Exists("learned.yaml"));
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(SomeLearning.Document, json.GetProperty("document").GetString());
        Assert.Equal(0.15, json.GetProperty("heldOut").GetProperty("gained").GetProperty("auc").GetProperty("value").GetDouble());
        Assert.Equal(2, json.GetProperty("heldOut").GetProperty("learned").GetProperty("reliability").GetArrayLength());
        Assert.Equal("LEARN_WARNING_REASON_SIGNAL_IS_NEW", json.GetProperty("warnings")[0].GetProperty("reason").GetString());

        server.Models.Learning.HeldOut = null;
        var unjudged = await CliRun.AgainstAsync(server, "models", "learn", "learned", "--json");
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(unjudged.Output).RootElement.GetProperty("heldOut").ValueKind);
    }

    [Fact]
    public async Task The_page_and_the_chart_are_whole_and_harmless()
    {
        await using var server = await FakeServer.StartAsync();
        using var folder = new TemporaryFolder();
        server.Models.Learning = SomeLearning.Create();
        var (page, chart) = (Path.Combine(folder.Path, "learned.html"), Path.Combine(folder.Path, "learned.svg"));
        var run = await CliRun.AgainstAsync(server, "models", "learn", "learned", "--json", "--report", page, "--chart", chart);
        Assert.Equal(0, run.ExitCode);
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("intercept: -1.5\nsignals:\n", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;balance&lt;/b&gt; is new\\u{1b}[2J", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        var svg = XDocument.Load(chart);
        Assert.Contains("Forwards", svg.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);

        server.Models.Learning.HeldOut = null;
        Assert.Equal(0, (await CliRun.AgainstAsync(server, "models", "learn", "learned", "--json", "--chart", chart)).ExitCode);
        Assert.Contains("not judged", XDocument.Load(chart).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_why_and_writes_nothing()
    {
        await using var server = await FakeServer.StartAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "new.yaml");
        var run = await CliRun.AgainstAsync(server, "models", "learn", "learned", "--out", file);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("There are 3 positive and 1 negative outcomes.", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over_unless_it_is_named()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Learning = SomeLearning.Create();
        var id = $"x-{Guid.NewGuid():n}";
        try
        {
            Assert.Equal(0, (await CliRun.AgainstAsync(server, "models", "learn", id)).ExitCode);
            var again = await CliRun.AgainstAsync(server, "models", "learn", id);
            Assert.Equal(2, again.ExitCode);
            Assert.Contains($"{id}.yaml is there already; name a file with --out", again.Error, StringComparison.Ordinal);
            Assert.Equal(0, (await CliRun.AgainstAsync(server, "models", "learn", id, "--out", $"{id}.yaml")).ExitCode);
            Assert.Equal(2, server.Models.Learned.Count);
        }
        finally
        {
            File.Delete($"{id}.yaml");
        }
    }
}
