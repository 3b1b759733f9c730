using System.Collections.Concurrent;
using System.Text;

namespace SocialLeads.Storage.Tests.Conformance;

/// <summary>What every store must do. The classes derived from it take one part each, and run on every backend.</summary>
public abstract class StoreConformance : IAsyncLifetime
{
    private readonly ConcurrentQueue<Exception> _commitFailures = [];
    private IStoreHarness? _harness;
    private IStore? _store;

    protected static PartitionId First { get; } = new("acme", 0);

    protected static PartitionId Second { get; } = new("acme", 1);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IStoreHarness Harness => _harness!;

    protected IStore Store => _store!;

    protected CommitGate Gate { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _harness = await StartAsync();
        _store = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Gate.Open();
        if (_store is not null)
            await _store.DisposeAsync();

        if (_harness is not null)
            await _harness.DisposeAsync();

        Gate.Dispose();
    }

    protected static LogEntry Entry(long position, string text = "entry") => new(position, Encoding.UTF8.GetBytes(text));

    protected static SavedMember Member(string name, string state) => new(name, Encoding.UTF8.GetBytes(state));

    protected static SeenIds Seen(int day, string fingerprints) => new(day, Encoding.UTF8.GetBytes(fingerprints));

    protected static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    protected static Checkpoint Checkpoint(long position, params SavedMember[] members) =>
        new(position, members, [], [], int.MinValue);

    protected static async Task<List<string>> LogAsync(IPartitionStore partition, long after = 0) =>
        [.. (await partition.ReadLogAsync(after, Cancel).ToListAsync(Cancel)).Select(r => $"{r.Position}:{Text(r.Payload)}")];

    protected static async Task<List<string>> MembersAsync(IPartitionStore partition) =>
        [.. (await partition.ReadMembersAsync(Cancel).ToListAsync(Cancel)).Select(m => $"{m.Member}={Text(m.State)}")];

    protected abstract Task<IStoreHarness> StartAsync();

    protected async Task<IPartitionStore> LoadAsync(PartitionId id)
    {
        var partition = Store.Partition(id);
        await partition.LoadAsync(int.MinValue, Cancel);
        return partition;
    }

    /// <summary>A partition with entries 1 to a position.</summary>
    protected async Task<IPartitionStore> LoadWithEntriesAsync(PartitionId id, long count)
    {
        var partition = await LoadAsync(id);
        for (var position = 1L; position <= count; position++)
            await partition.AppendAsync(Entry(position), Cancel);

        return partition;
    }

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = await OpenAsync();
    }

    protected async Task CrashAsync() => _store = await Harness.CrashAndOpenAsync(Store);

    /// <summary>The next commits, which may be one write tried again, fail because the disk is full.</summary>
    protected void FailCommits(int count)
    {
        for (var i = 0; i < count; i++)
            _commitFailures.Enqueue(Harness.DiskFull());
    }

    private Task<IStore> OpenAsync() => Harness.OpenAsync(new StoreSetup(BeforeCommit: BeforeCommit));

    private void BeforeCommit()
    {
        Gate.BeforeCommit();
        if (_commitFailures.TryDequeue(out var failure))
            throw failure;
    }
}
