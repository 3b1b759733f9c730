using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Grains.Log;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Grains.Tests.Partitions;

public sealed class LogTrimmingTests : IAsyncLifetime
{
    private const int RetentionDays = 400;
    private const long DayMs = UtcDay.Ms;
    private static readonly PartitionId _id = new("default", 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private FaultyStore _store = null!;
    private IPartitionStore _partition = null!;
    private long _position;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new FaultyStore(await SqliteStore.OpenAsync(new SqliteStoreOptions { DataDirectory = _folder }, NullLogger.Instance, Cancel));
        _partition = _store.Partition(_id);
        await _partition.LoadAsync(0, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Rows_behind_the_retention_go_and_the_others_stay()
    {
        await AppendAsync(0, 1, 2, 2, 3);
        await SaveAsync(5);
        var trimming = new LogTrimming(_partition, RetentionDays);

        Assert.Null(await TrimAsync(trimming, saved: 5, nowDay: 399));
        Assert.Equal(2, await TrimAsync(trimming, saved: 5, nowDay: 401));
        Assert.Null(await TrimAsync(trimming, saved: 5, nowDay: 401));
        Assert.Equal([3, 4, 5], await LeftAsync());
        Assert.Equal(5, await TrimAsync(trimming, saved: 5, nowDay: 1000));
        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task No_row_goes_that_the_saved_states_do_not_include()
    {
        await AppendAsync(0, 0, 0);
        await SaveAsync(2);
        var trimming = new LogTrimming(_partition, RetentionDays);

        Assert.Null(await TrimAsync(trimming, saved: 0, nowDay: 1000));
        Assert.Equal(2, await TrimAsync(trimming, saved: 2, nowDay: 1000));
        Assert.Equal([3], await LeftAsync());
    }

    [Fact]
    public async Task Many_rows_go_some_at_a_time_and_another_trimmer_takes_up_where_one_ended()
    {
        await AppendAsync(Enumerable.Repeat(0, 600).ToArray());
        await SaveAsync(600);

        Assert.Equal(256, await TrimAsync(new LogTrimming(_partition, RetentionDays), saved: 600, nowDay: 1000));
        var next = new LogTrimming(_partition, RetentionDays);
        Assert.Equal(512, await TrimAsync(next, saved: 600, nowDay: 1000));
        Assert.Equal(600, await TrimAsync(next, saved: 600, nowDay: 1000));
        Assert.Null(await TrimAsync(next, saved: 600, nowDay: 1000));
    }

    [Fact]
    public async Task A_damaged_row_goes_with_the_next_sound_one_and_not_before()
    {
        await AppendAsync(0, 0, 0, 900);
        await SaveAsync(4);
        _store.DamagedPositions.UnionWith([1, 3]);

        Assert.Equal(2, await TrimAsync(new LogTrimming(_partition, RetentionDays), saved: 4, nowDay: 1000));
        Assert.Equal([3, 4], await LeftAsync());
    }

    [Fact]
    public async Task A_log_that_is_kept_for_ever_is_not_trimmed()
    {
        await AppendAsync(0);
        await SaveAsync(1);

        Assert.Null(await TrimAsync(new LogTrimming(_partition, 0), saved: 1, nowDay: 100_000));
    }

    [Fact]
    public void The_arrival_of_a_row_is_read_without_the_rest_of_it()
    {
        var row = ActivityLogCodec.Encode(-5, [new Activity { Id = "1", Member = "ann", Kind = "post", OccurredAtMs = 7 }]);

        Assert.Equal(-5, LogArrival.OfRow(row));
        Assert.Equal(-5, LogArrival.OfRow(new byte[] { 0x22, 0x01, 0x61 }.Concat(row).ToArray()));
        Assert.Equal(0, LogArrival.OfRow(ActivityLogCodec.Encode(0, [])));
    }

    private static Task<long?> TrimAsync(LogTrimming trimming, long saved, int nowDay) =>
        trimming.TrimSomeAsync(saved, nowDay * DayMs + DayMs / 2, Cancel);

    private async Task AppendAsync(params int[] arrivalDays)
    {
        foreach (var day in arrivalDays)
            await _partition.AppendAsync(new LogEntry(++_position, ActivityLogCodec.Encode(day * DayMs, [])), Cancel);
    }

    private Task SaveAsync(long position) => _partition.SaveCheckpointAsync(new Checkpoint(position, [], [], [], int.MinValue), Cancel);

    private async Task<IEnumerable<long>> LeftAsync() => (await _partition.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).Select(row => row.Position);
}
