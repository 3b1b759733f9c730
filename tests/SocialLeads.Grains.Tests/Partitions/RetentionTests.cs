using Microsoft.Extensions.Logging;
using Orleans.InProcess.Tests.Support;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>How a partition trims its log as its clock goes on.</summary>
public sealed class RetentionTests : IDisposable
{
    private const string Tenant = "default";
    private const string Member = "ann";

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly ManualTime _time = new();
    private readonly LogLines _logs = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _logs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_log_is_trimmed_behind_the_retention_and_nothing_of_the_scores_is_lost()
    {
        RankedKey before;
        int second;
        await using (var silo = await StartAsync())
        {
            await RecordAndSave(silo, "1");
            before = await Rank(silo);
            _time.Advance(TimeSpan.FromDays(9));
            await RecordAndSave(silo, "2");
            second = Today;

            Assert.Equal(1, await TrimAfter(silo, TimeSpan.FromDays(2)));
            Assert.Equal([2], await LogAsync(silo));
        }

        // The partition says so behind the deletion that the test has waited for, and before it ends.
        Assert.Contains(_logs.All, line => line.Text.Contains("trimmed through position 1", StringComparison.Ordinal));
        await using var again = await StartAsync();
        // As of the day of the second: what the clock did since is of no account.
        Assert.True(before.PointsThousandths < (await Rank(again, second)).PointsThousandths);
    }

    [Fact]
    public async Task A_state_that_is_repaired_from_a_trimmed_log_is_told_apart_and_saved_before_more_is_trimmed()
    {
        await using (var silo = await StartAsync())
        {
            await RecordAndSave(silo, "1");
            _time.Advance(TimeSpan.FromDays(9));
            await RecordAndSave(silo, "2");
            await TrimAfter(silo, TimeSpan.FromDays(2));
        }

        var saving = new TaskCompletionSource();
        await using var again = await StartAsync(store =>
        {
            store.DamagedMembers.Add(Member);
            store.BeforeCheckpoint = () => saving.Task;
        });
        Assert.True((await Rank(again)).PointsThousandths > 0);
        var warning = Assert.Single(_logs.All, line => line.Id == 2008);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Contains("begins at position 2", warning.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_logs.All, line => line.Text.Contains(Member, StringComparison.Ordinal));

        // Ten days later row 2 is old enough, but what was folded from it is not saved.
        var tooEarly = false;
        again.Store.AfterTrim = _ => Task.FromResult(tooEarly = true);
        _time.Advance(TimeSpan.FromDays(10));
        await Rank(again);
        _time.Advance(TimeSpan.FromMinutes(2));
        await Rank(again);
        Assert.False(tooEarly);
        Assert.Equal([2], await LogAsync(again));
        var trimmed = new TaskCompletionSource<long>();
        again.Store.AfterTrim = position =>
        {
            trimmed.TrySetResult(position);
            return Task.CompletedTask;
        };
        saving.SetResult();
        while (!trimmed.Task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            await Rank(again);
        }

        Assert.Equal(2, await trimmed.Task);
    }

    [Fact]
    public async Task A_state_that_is_repaired_from_a_whole_log_is_not_complained_about()
    {
        await using (var silo = await StartAsync()) await RecordAndSave(silo, "1");

        await using var again = await StartAsync(store => store.DamagedMembers.Add(Member));
        Assert.True((await Rank(again)).PointsThousandths > 0);
        Assert.DoesNotContain(_logs.All, line => line.Id == 2008);
    }

    private Task<TestSilo> StartAsync(Action<FaultyStore>? prepare = null) => TestSilo.StartAsync(
        _folder,
        options => (options.LogRetentionDays, options.CheckpointAfterActivities) = (10, 1),
        prepare,
        _time,
        _logs);

    private async Task RecordAndSave(TestSilo silo, string id)
    {
        var saved = new TaskCompletionSource();
        silo.Store.AfterCheckpoint = () =>
        {
            saved.TrySetResult();
            return Task.CompletedTask;
        };
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        await silo.Recorder.Record(Tenant, now, [new Activity { Id = id, Member = Member, Kind = "post", OccurredAtMs = now }]);
        await saved.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    private async Task<long> TrimAfter(TestSilo silo, TimeSpan time)
    {
        var trimmed = new TaskCompletionSource<long>();
        silo.Store.AfterTrim = position =>
        {
            trimmed.TrySetResult(position);
            return Task.CompletedTask;
        };
        _time.Advance(time);
        // A timer that was running when the clock moved is set again only afterwards.
        while (!trimmed.Task.IsCompleted)
        {
            Cancel.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMinutes(2));
            await Rank(silo);
        }

        return await trimmed.Task;
    }

    private int Today => UtcDay.OfUnixMs(_time.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task<RankedKey> Rank(TestSilo silo, int? day = null)
    {
        var board = new BoardId(ModelCatalog.DefaultModel, silo.Models.Find(ModelCatalog.DefaultModel)!.Version, day ?? Today);
        return Assert.Single((await silo.Ranking.List(Tenant, board, null, 10)).Keys);
    }

    private static async Task<IEnumerable<long>> LogAsync(TestSilo silo) =>
        (await silo.Store.Partition(new PartitionRouter(2).PartitionOf(Tenant, Member)).ReadLogAsync(0, Cancel).ToListAsync(Cancel))
        .Select(row => row.Position);
}
