using Microsoft.Extensions.Logging;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage;

/// <summary>What stores on every database have in common: one writer, and reads beside it.</summary>
public abstract class Store : IStore
{
    private readonly IStoreBackend _backend;
    private readonly WriteQueue _queue;
    private readonly WriteLoop _loop;
    private readonly StatisticsCounter _statistics = new();
    private readonly ILogger _logger;
    private int _disposed;

    private protected Store(IStoreBackend backend, WriteQueue queue, StoreOrigin origin, Action? beforeCommit, ILogger logger)
    {
        _backend = backend;
        _queue = queue;
        _logger = logger;
        PartitionCount = origin.PartitionCount;
        Secret = origin.Secret;
        Models = new ModelStore(queue, backend);
        _loop = new WriteLoop(queue, backend, _statistics, beforeCommit, logger);
        _loop.Start();
    }

    public int PartitionCount { get; }

    public ReadOnlyMemory<byte> Secret { get; }

    public IModelStore Models { get; }

    public StoreStatistics Statistics => _statistics.Read();

    public IPartitionStore Partition(PartitionId id)
    {
        _ = StoredText.NameToBytes(id.Tenant);
        ArgumentOutOfRangeException.ThrowIfNegative(id.Index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id.Index, PartitionCount);
        return new PartitionHandle(id, _queue, _backend);
    }

    public Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken) =>
        _backend.ListTenantsAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        GC.SuppressFinalize(this);
        _queue.Close();
        await _loop.Ended;
        _queue.Dispose();
        await _backend.DisposeAsync();
        _logger.StoreClosed();
    }
}
