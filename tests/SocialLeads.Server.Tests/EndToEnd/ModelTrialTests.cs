using Grpc.Core;
using SocialLeads.Server.Tests.Hostile;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class ModelTrialTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_tried_beside_what_is_published_and_the_trial_is_recorded()
    {
        await using var server = await WithWritersAndReadersAsync();
        await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, Document(posts: 10, views: 1)));
        var before = await ModelDrafts.LeadsAsync(server, "both");
        var draft = await ModelDrafts.CreateAsync(server, Document(posts: 1, views: 10));

        var (report, progress) = await TryAsync(server, new TryModelRequest { Model = "both", Version = 2, AsOf = { Sample.Day } });

        Assert.Equal(("both", 2, "both", 1), (report.Model, report.Version, report.AgainstModel, report.AgainstVersion));
        var day = Assert.Single(report.Days);
        Assert.Equal((Sample.Day, 40, 2, 0, 2, 2), (day.AsOf, day.Members, day.TopPlaces, day.Staying, day.Entering, day.Leaving));
        Assert.Equal(["reader19", "reader18"], day.BestEntering.Select(move => move.Member));
        Assert.Equal(["writer19", "writer18"], day.BestLeaving.Select(move => move.Member));
        var best = day.BestEntering[0];
        Assert.Equal((1, 200, 20), (best.Place, best.Points, best.AgainstPoints));
        Assert.Equal([("views", 200.0, 20.0)], best.Signals.Select(signal => (signal.Signal, signal.Points, signal.AgainstPoints)));
        Assert.Equal(100.0 * (best.AgainstPlace - best.Place) / 40, best.Move);
        Assert.InRange(day.KendallTauB, -0.5, 0.5);
        Assert.InRange(day.Spearman, -0.5, 0.5);
        Assert.Equal(40, day.Moves.Sum(bin => bin.Members));
        Assert.Equal((40, 40), (progress[^1].MembersScored, progress[^1].MembersTotal));
        Assert.NotNull((await ModelDrafts.GetAsync(server, "both", draft.Version)).TryTime);
        Assert.Equal(before, await ModelDrafts.LeadsAsync(server, "both"));
    }

    [Fact]
    public async Task What_a_trial_foretells_is_what_publishing_brings()
    {
        await using var server = await WithWritersAndReadersAsync();
        await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, Document(posts: 10, views: 1)));
        var draft = await ModelDrafts.CreateAsync(server, Document(posts: 3, views: 7));
        var (report, _) = await TryAsync(server, new TryModelRequest { Model = "both", Version = 2, AsOf = { Sample.Day } });

        await ModelDrafts.PublishAsync(server, draft);

        var now = (await ModelDrafts.LeadsAsync(server, "both", 2)).Leads.ToDictionary(lead => lead.Member);
        var then = (await ModelDrafts.LeadsAsync(server, "both", 1)).Leads.ToDictionary(lead => lead.Member);
        Assert.NotEmpty(report.Days[0].Movers);
        foreach (var move in report.Days[0].Movers.Concat(report.Days[0].BestEntering))
        {
            Assert.Equal((now[move.Member].Points, now[move.Member].Score), (move.Points, move.Score));
            Assert.Equal((then[move.Member].Points, then[move.Member].Score), (move.AgainstPoints, move.AgainstScore));
            Assert.Equal(1 + now.Values.Count(lead => lead.Points > move.Points), move.Place);
            Assert.Equal(1 + then.Values.Count(lead => lead.Points > move.AgainstPoints), move.AgainstPlace);
        }
    }

    [Fact]
    public async Task A_document_that_is_not_stored_is_tried_on_days_before_the_newest_activity()
    {
        await using var server = await WithWritersAndReadersAsync();
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("old", "writer01", daysBefore: 65)), cancellationToken: Cancel);

        var (report, _) = await TryAsync(server, new TryModelRequest { Document = Document(posts: 1, views: 1) });

        Assert.Equal(("both", 0, "corporate-community", 1), (report.Model, report.Version, report.AgainstModel, report.AgainstVersion));
        Assert.Equal([(Sample.Day, 40L), ("2026-02-08", 1), ("2026-01-09", 1)], report.Days.Select(day => (day.AsOf, day.Members)));
        var listed = await server.Models.ListModelsAsync(new ListModelsRequest { Model = "both" }, cancellationToken: Cancel);
        Assert.Empty(listed.Models);
    }

    [Fact]
    public async Task One_trial_runs_at_a_time_and_one_that_is_given_up_makes_way()
    {
        await using var server = await WithWritersAndReadersAsync();
        var request = new TryModelRequest { Document = Document(posts: 1, views: 1) };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await TryAsync(server, request);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Contains(StatusCode.OK, outcomes);
        Assert.All(outcomes, code => Assert.True(code is StatusCode.OK or StatusCode.ResourceExhausted));
        Assert.Single((await TryAsync(server, new TryModelRequest { Document = request.Document, AsOf = { Sample.Day } })).Report.Days);
    }

    [Fact]
    public async Task Requests_that_make_no_sense_are_refused_with_the_field()
    {
        await using var server = await WithWritersAndReadersAsync();
        var document = Document(posts: 1, views: 1);
        await RefusedAsync(server, "document", new TryModelRequest { Document = document, Model = "both" });
        await RefusedAsync(server, "model", new TryModelRequest());
        await RefusedAsync(server, "version", new TryModelRequest { Model = "both" });
        await RefusedAsync(server, "against_version", new TryModelRequest { Document = document, AgainstVersion = -1 });
        await RefusedAsync(server, "as_of[1]", new TryModelRequest { Document = document, AsOf = { Sample.Day, "yesterday" } });
        await RefusedAsync(server, "as_of[1]", new TryModelRequest { Document = document, AsOf = { Sample.Day, Sample.Day } });
        await RefusedAsync(server, "as_of[0]", new TryModelRequest { Document = document, AsOf = { "" } });
        await RefusedAsync(server, "as_of", new TryModelRequest { Document = document, AsOf = { Enumerable.Range(1, 13).Select(day => $"2026-01-{day:00}") } });

        Assert.Equal(StatusCode.NotFound, (await FailAsync(server, new TryModelRequest { Model = "both", Version = 1 })).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await FailAsync(server, new TryModelRequest { Document = document, AgainstModel = "nope" })).StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition, (await FailAsync(
            server, new TryModelRequest { Document = document }, new Metadata { { "socialleads-tenant", "nobody" } })).StatusCode);
    }

    private static string Document(double posts, double views) => FormattableString.Invariant(
        $"""
        model: both
        version: 1
        title: Posts and views
        curve: {"{"} half: 50 {"}"}
        signals:
          - {"{"} signal: posts, title: Posts, why: Writes., kinds: [post], measure: count, window_days: 90, weight: {posts}, cap: 1000 {"}"}
          - {"{"} signal: views, title: Views, why: Reads., kinds: [page_view], measure: count, window_days: 90, weight: {views}, cap: 1000 {"}"}
        """);

    /// <summary>Twenty who write, and twenty who read: the nth once more than the one before.</summary>
    private static async Task<TestServer> WithWritersAndReadersAsync()
    {
        var server = await TestServer.StartAsync();
        var activities = Enumerable.Range(0, 20).SelectMany(n => Enumerable.Range(0, n + 1).SelectMany(i => new[]
        {
            Sample.Post($"{i}", $"writer{n:00}"),
            View($"{i}", $"reader{n:00}"),
        }));
        await server.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel);
        return server;
    }

    private static Activity View(string id, string member)
    {
        var view = Sample.Post(id, member);
        view.Kind = "page_view";
        return view;
    }

    private static async Task<(TrialReport Report, List<TrialProgress> Progress)> TryAsync(
        TestServer server, TryModelRequest request, Metadata? headers = null)
    {
        using var call = server.Models.TryModel(request, headers, cancellationToken: Cancel);
        var progress = new List<TrialProgress>();
        while (await call.ResponseStream.MoveNext(Cancel))
        {
            if (call.ResponseStream.Current.Report is { } report) return (report, progress);
            progress.Add(call.ResponseStream.Current.Progress);
        }

        throw new InvalidOperationException("The trial ended without a report.");
    }

    private static async Task RefusedAsync(TestServer server, string field, TryModelRequest request) =>
        Refusal.OfField(field, await FailAsync(server, request));

    private static Task<RpcException> FailAsync(TestServer server, TryModelRequest request, Metadata? headers = null) =>
        Assert.ThrowsAsync<RpcException>(() => TryAsync(server, request, headers));
}
