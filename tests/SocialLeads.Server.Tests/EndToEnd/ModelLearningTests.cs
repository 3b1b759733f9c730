using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialLeads.Server.Tests.Hostile;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class ModelLearningTests
{
    private const string OutcomeDay = "2026-03-11";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_is_learned_from_outcomes_and_lives_like_any_other()
    {
        await using var server = await TestServer.StartAsync();
        await RecordAsync(server, members: 240);

        var (report, progress) = await LearnAsync(server, new LearnModelRequest { Model = "learned", Title = "What we learned" });

        Assert.Equal(("learned", "corporate-community", 1), (report.Model, report.FromModel, report.FromVersion));
        Assert.Equal((240, 1), (report.Positives + report.Negatives, report.LeftOut));
        Assert.Equal(
            [LearnStage.Reading, LearnStage.LearningFromOlder, LearnStage.Judging, LearnStage.LearningFromAll],
            progress.Select(one => one.Stage).Distinct());
        Assert.InRange(report.HeldOut.Positives + report.HeldOut.Negatives, 40, 60);
        Assert.True(report.HeldOut.Learned.Figures.Auc.Value > report.HeldOut.From.Figures.Auc.Value);
        Assert.True(report.HeldOut.Gained.Auc.Low > 0);
        Assert.Empty((await server.Models.ValidateModelAsync(new ValidateModelRequest { Document = report.Document }, cancellationToken: Cancel)).Violations);

        var draft = await ModelDrafts.CreateAsync(server, report.Document);
        Assert.Equal(("learned", 1, "What we learned", ModelState.Draft), (draft.Model_, draft.Version, draft.Title, draft.State));
        Assert.Contains("intercept", draft.Signals.Select(signal => signal.Signal_));
        using (var trial = server.Models.TryModel(new TryModelRequest { Model = "learned", Version = 1, AsOf = { Sample.Day } }, cancellationToken: Cancel))
        {
            while (await trial.ResponseStream.MoveNext(Cancel))
            {
                if (trial.ResponseStream.Current.Report is { } tried) Assert.Equal(240, tried.Days[0].Members);
            }
        }

        await ModelDrafts.PublishAsync(server, draft);
        var board = await ModelDrafts.LeadsAsync(server, "learned");
        Assert.Equal(240, board.Leads.Count);
        foreach (var lead in board.Leads.Take(20).Concat(board.Leads.TakeLast(20)))
        {
            var score = (await server.Leads.GetScoreAsync(
                new GetScoreRequest { Member = lead.Member, Model = "learned", AsOf = Sample.Day }, cancellationToken: Cancel)).Lead;
            Assert.Equal((lead.Points, lead.Score), (score.Points, score.Score));
            Assert.Equal(100 / (1 + Math.Exp(-score.Points)), score.Score, 1e-6);
            Assert.Equal(score.Points, score.Contributions.Sum(one => one.Points), 1e-9);
            Assert.Contains(score.Contributions, one => one.Signal == "intercept");
        }

        var history = await server.Leads.GetScoreHistoryAsync(
            new GetScoreHistoryRequest { Member = board.Leads[0].Member, Model = "learned", AsOf = Sample.Day, Days = 3 }, cancellationToken: Cancel);
        Assert.Equal(board.Leads[0].Points, history.Days[^1].Points);
    }

    [Fact]
    public async Task The_same_outcomes_give_the_same_report_and_nothing_is_stored()
    {
        await using var server = await TestServer.StartAsync();
        await RecordAsync(server, members: 200);
        var (first, _) = await LearnAsync(server, new LearnModelRequest { Model = "learned" });
        var (second, _) = await LearnAsync(server, new LearnModelRequest { Model = "learned", FromModel = "corporate-community", FromVersion = 1 });

        Assert.Equal(first, second);
        Assert.Contains("title: \"Learned: Corporate community\"", first.Document);
        Assert.Empty((await server.Models.ListModelsAsync(new ListModelsRequest { Model = "learned" }, cancellationToken: Cancel)).Models);
    }

    [Fact]
    public async Task Too_few_outcomes_are_refused_with_the_numbers()
    {
        await using var server = await TestServer.StartAsync();
        var nobody = await FailAsync(server, new LearnModelRequest { Model = "learned" });
        Assert.Equal(StatusCode.FailedPrecondition, nobody.StatusCode);
        Assert.Equal("There are 0 positive and 0 negative outcomes to learn from; at least 40 of each are needed.", nobody.Status.Detail);

        await RecordAsync(server, members: 60);

        var few = await FailAsync(server, new LearnModelRequest { Model = "learned" });
        Assert.Equal(StatusCode.FailedPrecondition, few.StatusCode);
        Assert.Matches("^There are [0-9]+ positive and [0-9]+ negative outcomes to learn from; at least 40 of each are needed. 1 more members", few.Status.Detail);
    }

    [Fact]
    public async Task Requests_that_make_no_sense_are_refused_with_the_field()
    {
        await using var server = await TestServer.StartAsync();
        Refusal.OfField("model", await FailAsync(server, new LearnModelRequest()));
        Refusal.OfField("model", await FailAsync(server, new LearnModelRequest { Model = "Not A Name" }));
        Refusal.OfField("model", await FailAsync(server, new LearnModelRequest { Model = new string('a', 65) }));
        Refusal.OfField("title", await FailAsync(server, new LearnModelRequest { Model = "learned", Title = new string('t', 201) }));
        Refusal.OfField("title", await FailAsync(server, new LearnModelRequest { Model = "learned", Title = "a\nb" }));
        Refusal.OfField("from_version", await FailAsync(server, new LearnModelRequest { Model = "learned", FromVersion = -1 }));
        Assert.Equal(StatusCode.NotFound, (await FailAsync(server, new LearnModelRequest { Model = "learned", FromModel = "nope" })).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await FailAsync(server, new LearnModelRequest { Model = "learned", FromVersion = 9 })).StatusCode);
    }

    /// <summary>
    /// Members of whom those who forward buy and those who comment do not, mostly, with outcomes over ten days; and one with an outcome who
    /// came after it.
    /// </summary>
    private static async Task RecordAsync(TestServer server, int members)
    {
        var random = new Random(11);
        var (activities, outcomes) = (new List<Activity>(), new List<Outcome>());
        for (var i = 0; i < members; i++)
        {
            var (member, day) = ($"member{i:000}", random.Next(10));
            var (forwards, comments, visits) = (random.Next(6), random.Next(12), random.Next(1, 12));
            Act("content_forward", forwards);
            Act("comment", comments);
            Act("visit", visits);
            var positive = random.NextDouble() < 1 / (1 + Math.Exp(4 - 1.6 * forwards + 0.3 * (comments - 6)));
            outcomes.Add(Outcome($"{i}", member, positive ? OutcomeKind.Qualified : OutcomeKind.Rejected, day));
            if (positive) outcomes.Add(Outcome($"{i}-won", member, OutcomeKind.Won, 0));

            void Act(string kind, int times) => activities.AddRange(Enumerable.Range(0, times).Select(n =>
            {
                var act = Sample.Post($"{kind}{i}-{n}", member, daysBefore: day + n % 7);
                act.Kind = kind;
                return act;
            }));
        }

        outcomes.Add(Outcome("late", "late", OutcomeKind.Won, 0));
        activities.Add(Sample.Post("late", "late", daysBefore: -1));
        await server.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel);
        var answer = await server.Leads.BatchRecordOutcomesAsync(new BatchRecordOutcomesRequest { Outcomes = { outcomes } }, cancellationToken: Cancel);
        Assert.All(answer.Results, result => Assert.Equal(Disposition.Accepted, result.Disposition));
    }

    private static Outcome Outcome(string id, string member, OutcomeKind kind, int daysBefore) => new()
    {
        Id = id,
        Member = member,
        Kind = kind,
        OccurredAt = Timestamp.FromDateTime(DateTime.SpecifyKind(DateTime.Parse(OutcomeDay, null).AddDays(-daysBefore), DateTimeKind.Utc)),
    };

    private static async Task<(LearnReport Report, List<LearnProgress> Progress)> LearnAsync(TestServer server, LearnModelRequest request)
    {
        using var call = server.Models.LearnModel(request, cancellationToken: Cancel);
        var progress = new List<LearnProgress>();
        while (await call.ResponseStream.MoveNext(Cancel))
        {
            if (call.ResponseStream.Current.Report is { } report) return (report, progress);
            progress.Add(call.ResponseStream.Current.Progress);
        }

        throw new InvalidOperationException("Learning ended without a report.");
    }

    private static Task<RpcException> FailAsync(TestServer server, LearnModelRequest request) =>
        Assert.ThrowsAsync<RpcException>(() => LearnAsync(server, request));
}
