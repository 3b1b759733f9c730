using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Ranking;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Tests.Partitions;

public sealed class DurabilityTests : IDisposable
{
    private const string Tenant = "default";
    private static readonly int _today = new DateOnly(2026, 3, 10).DayNumber;
    private static readonly long _nowMs = UtcDay.ToUnixMs(_today) + 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_is_durable()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        var (reached, gate) = silo.Store.HoldAppends();

        var record = Record(silo, Post("1", "ann"));
        await reached;
        Assert.False(record.IsCompleted);
        Assert.Empty((await List(silo)).Keys);

        gate.SetResult();
        Assert.Equal([true], (await record).Accepted);
        Assert.Equal("ann", Assert.Single((await List(silo)).Keys).Member);
    }

    [Fact]
    public async Task A_duplicate_is_answered_only_when_the_activity_it_repeats_is_durable()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        var (reached, gate) = silo.Store.HoldAppends();
        var first = Record(silo, Post("1", "ann"));
        await reached;

        var again = Record(silo, Post("1", "ann"));
        // A read goes through the same turns: when it is answered, the repeated request has been looked at.
        await List(silo);
        Assert.False(again.IsCompleted);

        gate.SetResult();
        Assert.Equal([true], (await first).Accepted);
        Assert.Equal([false], (await again).Accepted);
    }

    [Fact]
    public async Task A_failed_append_is_reported_and_the_partition_goes_on_when_the_store_does()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await Record(silo, Post("1", "ann"));
        silo.Store.BeforeAppend = () => throw new StoreUnavailableException("The disk is full.", new IOException());

        Assert.Equal(RecordStatus.StoreUnavailable, (await Record(silo, Post("2", "ann"))).Status);

        silo.Store.BeforeAppend = () => Task.CompletedTask;
        Assert.Equal([true], (await Record(silo, Post("2", "ann"))).Accepted);
        Assert.Equal([false], (await Record(silo, Post("1", "ann"))).Accepted);
    }

    [Fact]
    public async Task An_append_that_failed_after_it_was_durable_counts_once_when_it_is_sent_again()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        silo.Store.AfterAppend = () => throw new StoreUnavailableException("The connection broke.", new IOException());
        Assert.Equal(RecordStatus.StoreUnavailable, (await Record(silo, Post("1", "ann"))).Status);
        silo.Store.AfterAppend = () => Task.CompletedTask;

        Assert.Equal([false], (await Record(silo, Post("1", "ann"))).Accepted);
        Assert.Single((await List(silo)).Keys);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_crash_before_any_checkpoint()
    {
        var before = await RecordThenCrash(options => options.CheckpointAfterActivities = int.MaxValue);

        await using var silo = await TestSilo.StartAsync(_folder);
        Assert.Equal(before, await Everything(silo));
        Assert.All((await Record(silo, [.. Many()])).Accepted, accepted => Assert.False(accepted));
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_crash_between_checkpoints()
    {
        var before = await RecordThenCrash(options => options.CheckpointAfterActivities = 40);

        await using var silo = await TestSilo.StartAsync(_folder);
        Assert.Equal(before, await Everything(silo));
        Assert.All((await Record(silo, [.. Many()])).Accepted, accepted => Assert.False(accepted));
    }

    [Fact]
    public async Task A_failed_checkpoint_loses_nothing_and_no_later_one_is_written_over_the_gap()
    {
        string before;
        await using (var silo = await TestSilo.StartAsync(_folder, options => options.CheckpointAfterActivities = 20))
        {
            var failures = 0;
            silo.Store.BeforeCheckpoint = () =>
                failures++ % 2 == 0 ? throw new StoreUnavailableException("The disk is full.", new IOException()) : Task.CompletedTask;
            foreach (var chunk in Many().Chunk(7)) await RecordUntilTaken(silo, chunk);
            before = await Everything(silo);
            Assert.True(failures > 2);
        }

        await using var again = await TestSilo.StartAsync(_folder);
        Assert.Equal(before, await Everything(again));
    }

    [Fact]
    public async Task Stopping_saves_so_that_a_start_replays_nothing()
    {
        string before;
        await using (var silo = await TestSilo.StartAsync(_folder, options => options.CheckpointAfterActivities = int.MaxValue))
        {
            await Record(silo, [.. Many()]);
            before = await Everything(silo);
        }

        await using var again = await TestSilo.StartAsync(_folder, prepare: store => store.DamagedPositions.UnionWith([1, 2, 3, 4, 5]));
        Assert.Equal(before, await Everything(again));
    }

    [Fact]
    public async Task A_damaged_row_of_the_log_is_left_out_and_the_rest_is_served()
    {
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            await Record(silo, Post("1", "ann"));
            await Record(silo, Post("2", "ann"));
            await silo.CrashAsync();
        }

        await using var again = await TestSilo.StartAsync(_folder, prepare: store => store.DamagedPositions.Add(1));
        Assert.Equal([true, false], (await Record(again, Post("1", "ann"), Post("2", "ann"))).Accepted);
    }

    [Fact]
    public async Task A_damaged_state_is_folded_again_from_the_log()
    {
        string before;
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            await Record(silo, [.. Many()]);
            before = await Everything(silo);
        }

        await using var again = await TestSilo.StartAsync(_folder, prepare: store => store.DamagedMembers.UnionWith(["m1", "m2"]));
        Assert.Equal(before, await Everything(again));
    }

    [Fact]
    public async Task More_than_may_wait_is_refused_and_nothing_of_it_is_taken()
    {
        await using var silo = await TestSilo.StartAsync(_folder, options => options.MaxPendingActivities = 10_000);
        var (reached, gate) = silo.Store.HoldAppends();
        var waiting = Record(silo, [.. Enumerable.Range(0, 9_000).Select(i => Post($"{i}", "ann"))]);
        await reached;

        var refused = await Record(silo, [.. Enumerable.Range(20_000, 2_000).Select(i => Post($"{i}", "ann"))]);
        gate.SetResult();

        Assert.Equal(RecordStatus.Overloaded, refused.Status);
        Assert.Equal(RecordStatus.Recorded, (await waiting).Status);
        Assert.Equal([true], (await Record(silo, Post("20000", "ann"))).Accepted);
    }

    [Fact]
    public async Task More_bytes_than_may_wait_are_refused_and_a_request_that_is_large_by_itself_is_not()
    {
        await using var silo = await TestSilo.StartAsync(_folder, options => options.MaxPendingBytes = 1024 * 1024);
        var (reached, gate) = silo.Store.HoldAppends();
        var large = Record(silo, Post("1", "ann") with { Text = new string('x', 600_000) });
        await reached;

        var refused = await Record(silo, Post("2", "ann") with { Text = new string('x', 10) });
        gate.SetResult();

        Assert.Equal(RecordStatus.Overloaded, refused.Status);
        Assert.Equal([true], (await large).Accepted);
        Assert.Equal([true], (await Record(silo, Post("2", "ann"))).Accepted);
    }

    [Fact]
    public async Task A_clock_that_steps_ahead_by_months_makes_nothing_count_twice_across_a_restart_too()
    {
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            Assert.Equal([true], (await Record(silo, Post("1", "ann"))).Accepted);
            var ahead = _nowMs + 300 * (long)UtcDay.Ms;
            Assert.Equal([false, true], (await silo.Recorder.Record(Tenant, ahead, [Post("1", "ann"), Post("2", "ann")])).Accepted);
        }

        await using var again = await TestSilo.StartAsync(_folder);
        Assert.Equal([false, false], (await Record(again, Post("1", "ann"), Post("2", "ann"))).Accepted);
    }

    private async Task<string> RecordThenCrash(Action<PartitionOptions> configure)
    {
        await using var silo = await TestSilo.StartAsync(_folder, configure);
        foreach (var chunk in Many().Chunk(11)) await Record(silo, chunk);
        var before = await Everything(silo);
        await silo.CrashAsync();
        return before;
    }

    private static IEnumerable<Activity> Many() =>
        Enumerable.Range(0, 300).Select(i => Post($"{i}", $"m{i % 17}") with { OccurredAtMs = _nowMs - i * 7_000_000L });

    private static Activity Post(string id, string member) =>
        new() { Id = id, Member = member, Kind = "post", OccurredAtMs = _nowMs, Group = "integrations", Tags = ["pricing"] };

    private static Task<RecordReply> Record(TestSilo silo, params Activity[] activities) =>
        silo.Recorder.Record(Tenant, _nowMs, [.. activities]);

    private static async Task RecordUntilTaken(TestSilo silo, Activity[] activities)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await Record(silo, activities)).Status == RecordStatus.Recorded) return;
        }

        Assert.Fail("A hundred tries were not enough.");
    }

    private static BoardId Board(TestSilo silo) => new(ModelCatalogId, silo.Models.Find(ModelCatalogId)!.Version, _today);

    private const string ModelCatalogId = Grains.Models.ModelCatalog.DefaultModel;

    private static Task<RankedPage> List(TestSilo silo) => silo.Ranking.List(Tenant, Board(silo), null, 100);

    /// <summary>Ranking, points and every contribution, as text that compares.</summary>
    private static async Task<string> Everything(TestSilo silo)
    {
        var page = await List(silo);
        var scores = await silo.Ranking.Score(Tenant, Board(silo), [.. page.Keys.Select(key => key.Member)]);
        var lines = page.Keys.Zip(scores.Scores).Select(pair =>
            $"{pair.First} {pair.Second!.Score:R} {string.Join(" ", pair.Second.Contributions)}");
        return string.Join('\n', lines);
    }
}
