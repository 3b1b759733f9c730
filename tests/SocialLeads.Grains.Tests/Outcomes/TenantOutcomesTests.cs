using SocialLeads.Grains.Models;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Outcomes;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Tests.Outcomes;

/// <summary>Outcomes go the way of activities, and are as hard to lose.</summary>
public sealed class TenantOutcomesTests : IDisposable
{
    private const string Tenant = "default";
    private static readonly int _today = new DateOnly(2026, 3, 10).DayNumber;
    private static readonly long _nowMs = UtcDay.ToUnixMs(_today) + 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_acknowledged_survives_a_crash_before_any_checkpoint() =>
        await SurvivesAsync(int.MaxValue, silo => silo.CrashAsync());

    [Fact]
    public async Task What_was_acknowledged_survives_a_crash_between_checkpoints() => await SurvivesAsync(40, silo => silo.CrashAsync());

    [Fact]
    public async Task What_was_acknowledged_survives_a_stop() => await SurvivesAsync(int.MaxValue, silo => silo.DisposeAsync().AsTask());

    [Fact]
    public async Task Damaged_states_get_their_outcomes_back_from_the_log() =>
        await SurvivesAsync(int.MaxValue, silo => silo.DisposeAsync().AsTask(), store => store.DamagedMembers.UnionWith(["m1", "m2"]));

    [Fact]
    public async Task Members_that_left_memory_are_read_from_the_store()
    {
        await using var silo = await TestSilo.StartAsync(
            _folder, options => (options.MaxResidentMembers, options.CheckpointAfterActivities) = (16, 1));
        foreach (var chunk in Many(400).Chunk(50)) await RecordAsync(silo, chunk);
        Assert.Equal(Expected(Many(400)), await ListAsync(silo, 1000));
    }

    [Fact]
    public async Task Pages_of_any_size_hold_each_outcome_once()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await RecordAsync(silo, [.. Many(300)]);
        foreach (var size in (int[])[1, 7, 64, 299, 1000]) Assert.Equal(Expected(Many(300)), await ListAsync(silo, size));
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_listed()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await RecordAsync(silo, [.. Many(300)]);
        var wanted = new OutcomeQuestion("", _today - 20, _today - 10, [OutcomeKind.Won]);
        var expected = Expected(Many(300).Where(one => one.Outcome == OutcomeKind.Won && _today - one.Day is >= 10 and <= 20));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ListAsync(silo, 3, wanted));
        Assert.Equal(
            Expected(Many(300).Where(one => one.Member == "m3")), await ListAsync(silo, 2, OutcomeQuestion.All with { Member = "m3" }));
        Assert.Empty(await ListAsync(silo, 2, OutcomeQuestion.All with { Member = "nobody" }));
    }

    /// <summary>What a learner reads: the score as of the day before the outcome knows neither it nor what came later.</summary>
    [Fact]
    public async Task Features_tell_the_score_of_the_day_before_an_outcome()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        Activity[] before = [Post("1", 9), Post("2", 6)];
        await RecordAsync(silo, [.. before, Post("3", 5), Post("4", 0), Outcome("o", "ann", OutcomeKind.Won, 5)]);
        await RecordAsync(silo, [Outcome("o", "bob", OutcomeKind.Rejected, 2)]);
        var model = silo.Models.Find(ModelCatalog.DefaultModel)!;

        var read = await silo.Outcomes.ReadAsync(Tenant, OutcomeQuestion.All, Cancel).ToListAsync(Cancel);

        Assert.Equal(["ann", "bob"], read.Select(one => one.Member).Order());
        var points = read.ToDictionary(one => one.Member, one =>
        {
            var features = PortableFeatures.Parse(one.Features.AsMemory());
            var day = MemberOutcomes.DayBefore(Assert.Single(one.Rows).Outcome);
            return new Scorer(model, features.Symbols).Explain(features.Packed.Span, day)?.Points;
        });
        Assert.Null(points["bob"]);
        var symbols = new SymbolTable();
        var expected = new Scorer(model, symbols).Explain(new FeatureFold(symbols).Fold([], before), _today - 6)!;
        Assert.Equal(expected.Points, points["ann"]);
    }

    [Fact]
    public async Task A_member_with_nothing_but_an_outcome_is_on_no_list()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await RecordAsync(silo, [Outcome("o", "bob", OutcomeKind.Won, 0), Post("1", 0)]);
        var model = silo.Models.Find(ModelCatalog.DefaultModel)!;
        var page = await silo.Ranking.List(Tenant, new(model.Id, model.Version, _today), null, 10);
        Assert.Equal(("ann", 1), (Assert.Single(page.Keys).Member, page.Total));
        Assert.Null(await silo.Ranking.History(Tenant, new(model.Id, model.Version, _today), "bob", _today - 5));
    }

    private async Task SurvivesAsync(int checkpointAfter, Func<TestSilo, Task> end, Action<FaultyStore>? prepare = null)
    {
        await using (var silo = await TestSilo.StartAsync(_folder, options => options.CheckpointAfterActivities = checkpointAfter))
        {
            foreach (var chunk in Many(300).Chunk(11)) await RecordAsync(silo, chunk);
            Assert.Equal(Expected(Many(300)), await ListAsync(silo, 100));
            await end(silo);
        }

        await using var again = await TestSilo.StartAsync(_folder, prepare: prepare);
        Assert.Equal(Expected(Many(300)), await ListAsync(again, 100));
        var reply = await again.Recorder.Record(Tenant, _nowMs, [.. Many(300)]);
        Assert.All(reply.Accepted, accepted => Assert.False(accepted));
        Assert.Equal(Expected(Many(300)), await ListAsync(again, 100));
    }

    /// <summary>Outcomes of 140 members, each with activities of the same ids.</summary>
    private static IEnumerable<Activity> Many(int count) => Enumerable.Range(0, count).SelectMany(i => (Activity[])
    [
        Outcome($"{i}", $"m{i % 140}", (OutcomeKind)(1 + i % 4), i % 50) with { ValueThousandths = i % 3 == 0 ? null : 1000 + i },
        Post($"{i}", i % 30) with { Member = $"m{i % 140}" },
    ]);

    private static Activity Post(string id, int daysAgo) =>
        new() { Id = id, Member = "ann", Kind = "post", OccurredAtMs = _nowMs - daysAgo * (long)UtcDay.Ms, Group = "integrations" };

    private static Activity Outcome(string id, string member, OutcomeKind kind, int daysAgo)
    {
        var draft = new OutcomeDraft { Id = id, Member = member, Kind = kind, OccurredAt = new(_nowMs / 1000 - daysAgo * 86_400L, 0) };
        Assert.Empty(OutcomeRules.Check(draft, _nowMs, out var activity));
        return activity!;
    }

    private static async Task RecordAsync(TestSilo silo, Activity[] activities)
    {
        var reply = await silo.Recorder.Record(Tenant, _nowMs, [.. activities]);
        Assert.All(reply.Accepted, accepted => Assert.True(accepted));
        Assert.Equal(activities.Length, reply.Accepted.Length);
    }

    private static List<(string, OutcomeKind, int, long?)> Expected(IEnumerable<Activity> activities) =>
    [
        .. activities.Where(one => one.Outcome != OutcomeKind.None)
            .Select(one => (one.Member, one.Outcome, one.Day, one.ValueThousandths)).Order(),
    ];

    private static async Task<List<(string, OutcomeKind, int, long?)>> ListAsync(TestSilo silo, int pageSize, OutcomeQuestion? question = null)
    {
        var read = new List<OutcomeRow>();
        OutcomePosition? after = null;
        do
        {
            var page = await silo.Outcomes.ListAsync(Tenant, question ?? OutcomeQuestion.All, after, pageSize, Cancel);
            Assert.InRange(page.Rows.Length, 0, pageSize);
            read.AddRange(page.Rows);
            after = page.After;
        }
        while (after is not null);
        return [.. read.Select(row => (row.Place.Member, row.Outcome.Kind, row.Outcome.Day, row.AmountThousandths)).Order()];
    }
}
