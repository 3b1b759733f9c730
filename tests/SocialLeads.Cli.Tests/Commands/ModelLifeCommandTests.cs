using System.Text.Json;
using System.Xml.Linq;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class ModelLifeCommandTests
{
    [Fact]
    public async Task A_draft_is_created_with_author_and_reason()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await new CliRunner { Server = server, Input = "good" }.RunAsync(
            "models", "create", "-", "--author", "Ann", "--reason", "More posts.");
        Assert.Equal((0, "corporate-community@2: draft\n"), (run.ExitCode, run.Output));
        var created = Assert.Single(server.Models.Created);
        Assert.Equal(("good", "Ann", "More posts."), (created.Document, created.Author, created.Reason));
        Assert.Equal(2, (await new CliRunner { Server = server, Input = "good" }.RunAsync("models", "create", "-", "--author", "Ann")).ExitCode);
    }

    [Fact]
    public async Task Publishing_waits_until_everybody_is_scored()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.LooksUntilReady = 5;
        var run = await CliRun.AgainstAsync(server, "models", "publish", "corporate-community@2");
        Assert.Equal((0, "corporate-community@2: published, default\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Publishing_need_not_wait()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "models", "publish", "corporate-community@2", "--wait", "0");
        Assert.Equal((0, "corporate-community@2: published, being scored\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task How_far_texts_are_counted_is_told()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.FilterCounts = new FilterCounts { EntriesCounted = 419, EntriesTotal = 1000 };
        var run = await CliRun.AgainstAsync(server, "models", "publish", "corporate-community@2", "--wait", "0");
        Assert.Equal("corporate-community@2: published, being scored, 41 % of texts counted\n", run.Output);

        server.Models.FilterCounts = new FilterCounts { Complete = true, CompleteFrom = "2018-07-01", EntriesCounted = 9, EntriesTotal = 9 };
        run = await CliRun.AgainstAsync(server, "models", "publish", "corporate-community@2");
        Assert.Equal("corporate-community@2: published, texts since 2018-07-01, default\n", run.Output);
        run = await CliRun.AgainstAsync(server, "models", "show", "corporate-community@2");
        Assert.Matches(@"texts\s+counted\s+of\s+what\s+arrived\s+from\s+2018-07-01\s+on", run.Output);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "show", "corporate-community@2", "--json")).Output);
        Assert.Equal("2018-07-01", json.RootElement.GetProperty("filterCounts").GetProperty("completeFrom").GetString());
    }

    [Fact]
    public async Task What_is_no_draft_is_refused_and_what_names_no_version_is_a_usage_error()
    {
        await using var server = await FakeServer.StartAsync();
        Assert.Equal(1, (await CliRun.AgainstAsync(server, "models", "publish", "corporate-community@1")).ExitCode);
        foreach (var name in (string[])["corporate-community", "corporate-community@", "@2", "corporate-community@0", "a@-1", "a@99999999999"])
            Assert.Equal(2, (await CliRun.AgainstAsync(server, "models", "publish", name)).ExitCode);
    }

    [Fact]
    public async Task A_version_is_retired()
    {
        await using var server = await FakeServer.StartAsync();
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "retire", "corporate-community@2", "--json")).Output);
        Assert.Equal("retired", json.RootElement.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("readyTime").ValueKind);
    }

    [Fact]
    public async Task Lists_and_leads_are_asked_for_by_model_and_version()
    {
        await using var server = await FakeServer.StartAsync();
        await CliRun.AgainstAsync(server, "models", "list", "--all", "--model", "recruiting");
        Assert.All(server.Models.Lists, list => Assert.Equal(("recruiting", true), (list.Model, list.ShowRetired)));
        await CliRun.AgainstAsync(server, "top", "--model", "recruiting@3");
        await CliRun.AgainstAsync(server, "explain", "ann", "--model", "recruiting");
        Assert.Equal(("recruiting", 3), (server.Leads.Lists.Single().Model, server.Leads.Lists.Single().ModelVersion));
        Assert.Equal(("recruiting", 0), (server.Leads.Scores.Single().Model, server.Leads.Scores.Single().ModelVersion));
        Assert.Equal(2, (await CliRun.AgainstAsync(server, "top", "--model", "recruiting@x")).ExitCode);
    }

    [Fact]
    public async Task The_difference_of_two_versions_or_files_is_shown()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "models", "diff", "corporate-community@1", "corporate-community@2");
        Assert.Equal(
            "--- corporate-community@1\n+++ corporate-community@2\n@@ line 1 @@\n model: corporate-community\n-version: 1\n+version: 2\n", run.Output);
        using var folder = new TemporaryFolder();
        var file = folder.Write("one.yaml", "model: corporate-community\nversion: 1\n");
        Assert.Equal("The documents are the same.\n", (await CliRun.AgainstAsync(server, "models", "diff", file, "corporate-community")).Output);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "diff", file, "corporate-community@2", "--json")).Output);
        Assert.False(json.RootElement.GetProperty("same").GetBoolean());
        Assert.Equal(["kept", "removed", "added"], json.RootElement.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("change").GetString()));
    }

    [Fact]
    public async Task A_trial_is_asked_for_as_the_arguments_say()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.Create();
        await CliRun.AgainstAsync(
            server, "models", "try", "corporate-community@2", "--against", "corporate-community@1", "--as-of", "2018-09-02", "--as-of", "2018-08-03");
        await new CliRunner { Server = server, Input = "good" }.RunAsync("models", "try", "-");
        Assert.Equal(
            [("corporate-community", 2, "", "corporate-community", 1, "2018-09-02 2018-08-03"), ("", 0, "good", "", 0, "")],
            server.Models.Tried.Select(one =>
                (one.Model, one.Version, one.Document, one.AgainstModel, one.AgainstVersion, string.Join(' ', one.AsOf))));
        Assert.Equal(2, (await CliRun.AgainstAsync(server, "models", "try", "-", "--as-of", "yesterday")).ExitCode);
    }

    [Fact]
    public async Task A_trial_is_shown_with_bars_and_reasons()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.Create();
        var run = await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("corporate-community@2 beside corporate-community@1", run.Output, StringComparison.Ordinal);
        Assert.Contains("top 5 % (60 places): 12 enter, 11 leave, 48 stay", run.Output, StringComparison.Ordinal);
        Assert.Contains("Kendall's tau-b 0.8123   Spearman's rho 0.9345", run.Output, StringComparison.Ordinal);
        Assert.Contains("corporate-community@1 leaves 1 place of its top empty", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("corporate-community@2 leaves", run.Output, StringComparison.Ordinal);
        Assert.Contains("others alone; own points are the same", run.Output, StringComparison.Ordinal);
        Assert.Contains("130 → 7", run.Output, StringComparison.Ordinal);
        Assert.Contains("posts +7.500", run.Output, StringComparison.Ordinal);
        Assert.Contains("visits -3.250", run.Output, StringComparison.Ordinal);
        Assert.Contains("█│", run.Output, StringComparison.Ordinal);
        Assert.Contains("as of 2018-08-03: 0 members", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task A_trial_as_json_holds_every_figure()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.Create();
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--json")).Output);
        var day = json.RootElement.GetProperty("days")[0];
        Assert.Equal((1_200, 12, 0.8123), (day.GetProperty("members").GetInt64(), day.GetProperty("entering").GetInt64(), day.GetProperty("kendallTauB").GetDouble()));
        Assert.Equal(JsonValueKind.Null, day.GetProperty("moves")[0].GetProperty("low").ValueKind);
        Assert.Equal(SomeTrial.Harmful, day.GetProperty("bestLeaving")[0].GetProperty("member").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("days")[1].GetProperty("spearman").ValueKind);
    }

    [Fact]
    public async Task The_page_of_a_trial_stands_alone_and_runs_nothing()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.Create();
        using var folder = new TemporaryFolder();
        var file = folder.Write("trial.html", "");
        var run = await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--report", file);
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        // Else a table that is short of room breaks its headers and figures within words.
        Assert.DoesNotMatch(@"\b(th|td)\b[^{}]*\{[^}]*overflow-wrap: anywhere", page);
        var charts = page.Split("<svg").Skip(1).Select(part => XElement.Parse($"<svg{part[..part.IndexOf("</svg>", StringComparison.Ordinal)]}</svg>")).ToList();
        Assert.Equal([3, 1, 1], charts.Select(chart => chart.Elements("rect").Count()));
        var missing = await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--report", "/no/such/folder/trial.html");
        Assert.Equal(2, missing.ExitCode);
    }

    [Fact]
    public async Task The_page_of_a_trial_says_what_moved_everybody_it_names_and_how_many_more_there_are()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.Create();
        using var folder = new TemporaryFolder();
        var file = folder.Write("trial.html", "");
        await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--report", file);
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("corporate-community@1 leaves 1 place of its top empty", page, StringComparison.Ordinal);
        var (movers, top) = (page[page.IndexOf("moves farthest", StringComparison.Ordinal)..], page[page.IndexOf("Enter the top", StringComparison.Ordinal)..]);
        Assert.Contains("<td class=\"why\">posts +7.500", movers[..movers.IndexOf("</table>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("<td class=\"why\">others alone; own points are the same", top, StringComparison.Ordinal);
        Assert.Contains("<p>and 11 more</p>", top, StringComparison.Ordinal);
        Assert.Contains("<p>and 9 more</p>", top, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_shows_how_well_both_found_people()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.WithAccuracy();
        var run = await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--within", "45");
        Assert.Equal((0, 45), (run.ExitCode, server.Models.Tried.Single().WithinDays));
        Assert.Contains("who is qualified or won within the next 60 days, by the recorded outcomes?", run.Output, StringComparison.Ordinal);
        Assert.Contains("corporate-community@2 has 88 % of them in its top 5 %", run.Output, StringComparison.Ordinal);
        Assert.Contains("By how much corporate-community@2 is better", run.Output, StringComparison.Ordinal);
        Assert.Contains("left out: as of 2018-08-03 none of 900 members has a positive outcome ahead", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_as_json_has_accuracy_as_an_evaluation_has_it()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.WithAccuracy();
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--json")).Output);
        var accuracy = json.RootElement.GetProperty("accuracy");
        var (draft, against) = (accuracy.GetProperty("rankings")[0], accuracy.GetProperty("rankings")[1]);
        Assert.Equal(
            ("corporate-community@2", 0.875, "corporate-community@1", 0.75),
            (draft.GetProperty("ranking").GetString(), draft.GetProperty("auc").GetDouble(), against.GetProperty("ranking").GetString(), against.GetProperty("auc").GetDouble()));
        Assert.Equal([0.8125, 0.9375], draft.GetProperty("intervals").GetProperty("liftAt5Percent").EnumerateArray().Select(end => end.GetDouble()));
        Assert.Equal((60, 500, 1), (accuracy.GetProperty("within").GetInt32(), accuracy.GetProperty("draws").GetInt32(), accuracy.GetProperty("days").GetArrayLength()));
        Assert.Equal(0.125, accuracy.GetProperty("differences")[0].GetProperty("brier").GetDouble());
        Assert.Equal((0.05, 0.05), (draft.GetProperty("gains")[9].GetProperty("share").GetDouble(), draft.GetProperty("gains")[9].GetProperty("recall").GetDouble()));
    }

    [Fact]
    public async Task The_page_of_a_trial_draws_accuracy()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.WithAccuracy();
        server.Models.Report.Model = SomeTrial.Harmful;
        using var folder = new TemporaryFolder();
        var file = folder.Write("trial.html", "");
        await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2", "--report", file);
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Found, with 95 % intervals", page, StringComparison.Ordinal);
        Assert.Contains("0.8750", page, StringComparison.Ordinal);
        Assert.Contains("Note: left out: as of 2018-08-03", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_measured_a_trial_says_why()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Report = SomeTrial.Create();
        Assert.Contains("no such outcome is recorded", (await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2")).Output, StringComparison.Ordinal);
        server.Models.Report.Accuracy = new TrialAccuracy
        {
            WithinDays = 60,
            FoundMembers = 1,
            Days = { new AccuracyDay { AsOf = "2018-09-02", Members = 9, Gap = AccuracyGap.NotOver } },
        };
        Assert.Contains("left out: as of 2018-09-02 the 60 days that follow are not over", (await CliRun.AgainstAsync(server, "models", "try", "corporate-community@2")).Output, StringComparison.Ordinal);
    }
}
