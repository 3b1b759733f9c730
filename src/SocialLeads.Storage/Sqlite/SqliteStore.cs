using Microsoft.Extensions.Logging;

namespace SocialLeads.Storage.Sqlite;

public sealed class SqliteStore : IStore
{
    public int PartitionCount => throw new NotSupportedException();

    public StoreStatistics Statistics => throw new NotSupportedException();

    /// <summary>Opens the store of a data directory, or makes it.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names every one.</exception>
    /// <exception cref="StoreLockedException">Another process has it open.</exception>
    /// <exception cref="StoreVersionException">A newer program wrote it.</exception>
    /// <exception cref="StoreUnavailableException">The directory or the file cannot be used.</exception>
    public static Task<SqliteStore> OpenAsync(SqliteStoreOptions options, ILogger logger, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IPartitionStore Partition(PartitionId id) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
