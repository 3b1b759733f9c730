using Orleans.InProcess.Tests.Support;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>The boards of the next day are there when it comes.</summary>
public sealed class MidnightTests : IDisposable
{
    private const string Tenant = "default";
    private const int Members = 120;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly ManualTime _time = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Boards_are_prepared_before_midnight_and_nothing_is_read_again_when_it_has_come()
    {
        _time.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(45));
        await using var silo = await TestSilo.StartAsync(
            _folder, options => (options.MaxResidentMembers, options.CheckpointAfterActivities) = (16, 10), clock: _time);
        var reads = 0;
        silo.Store.AfterReadMembers = () =>
        {
            Interlocked.Increment(ref reads);
            return Task.CompletedTask;
        };
        var today = UtcDay.OfUnixMs(NowMs);
        for (var i = 0; i < Members; i++) await RecordAsync(silo, i);
        // Members leave memory once they are saved and scored, which looking has done. The first who acts and has to be read tells
        // that they have, and is by far not the only one.
        for (var i = Members; Volatile.Read(ref reads) == 0; i++)
        {
            await RecordAsync(silo, i);
            await ListAsync(silo, today);
        }

        // Members who are not in memory are read for a board that is built, and for nothing else now.
        var built = new TaskCompletionSource();
        silo.Store.AfterReadMembers = () =>
        {
            Interlocked.Increment(ref reads);
            built.TrySetResult();
            return Task.CompletedTask;
        };
        _time.Advance(TimeSpan.FromMinutes(11));
        await built.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        foreach (var model in silo.Models.All) await silo.Ranking.List(Tenant, new BoardId(model.Id, model.Version, today + 1), null, 1);
        var readBefore = reads;

        _time.Advance(TimeSpan.FromMinutes(10));
        var page = await ListAsync(silo, UtcDay.OfUnixMs(NowMs));

        Assert.Equal(Members, page.Total);
        Assert.Equal(today + 1, UtcDay.OfUnixMs(NowMs));
        Assert.Equal(readBefore, reads);
    }

    [Theory]
    [InlineData("2026-03-10T00:00:00Z", 0)]
    [InlineData("2026-03-10T23:49:59.999Z", 0)]
    [InlineData("2026-03-10T23:50:00Z", 1)]
    public void Tomorrow_is_soon_ten_minutes_before_it_comes(string now, int days)
    {
        var (today, soon) = PartitionUpkeep.Days(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(new DateOnly(2026, 3, 10).DayNumber, today);
        Assert.Equal(today + days, soon);
    }

    private long NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private Task<RecordReply> RecordAsync(TestSilo silo, int id) => silo.Recorder.Record(
        Tenant, NowMs, [new Activity { Id = $"{id}", Member = $"m{id % Members}", Kind = "post", OccurredAtMs = NowMs }]);

    private static Task<Ranking.RankedPage> ListAsync(TestSilo silo, int day) => silo.Ranking.List(
        Tenant, new BoardId(ModelCatalog.DefaultModel, silo.Models.Find(ModelCatalog.DefaultModel)!.Version, day), null, 1);
}
