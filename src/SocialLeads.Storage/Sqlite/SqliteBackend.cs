using Microsoft.Data.Sqlite;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Sqlite;

internal sealed class SqliteBackend(SqliteDatabase database, DirectoryLock directoryLock, SqliteStoreOptions options) : IStoreBackend
{
    private readonly SqlitePartitions _partitions = new();
    private volatile bool _closed;

    public bool FailedCommitIsUndone => true;

    public IWriteSession OpenWriteSession()
    {
        var connection = database.OpenForWriting();
        options.WriterOpened?.Invoke(connection);
        return new SqliteWriteSession(connection, _partitions);
    }

    public Exception Translate(Exception cause) =>
        cause is SqliteException failure ? database.Unavailable(failure) : cause;

    public Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken) =>
        ReadAsync(SqliteReads.Tenants, cancellationToken);

    public Task<SavedPartition> ReadPartitionAsync(PartitionId partition, int oldestSeenDay, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteReads.Partition(connection, partition, oldestSeenDay), cancellationToken);

    public Task<IReadOnlyList<LogRead>> ReadLogPageAsync(
        PartitionId partition, long afterPosition, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteReads.LogPage(connection, partition, afterPosition), cancellationToken);

    public Task<MemberPage> ReadMemberPageAsync(PartitionId partition, byte[] afterMember, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteReads.MemberPage(connection, partition, afterMember), cancellationToken);

    public Task<SavedMember?> ReadMemberAsync(PartitionId partition, byte[] member, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteReads.Member(connection, partition, member), cancellationToken);

    public Task<IReadOnlyList<SavedMember>> ReadMembersAsync(
        PartitionId partition, byte[][] members, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteReads.Members(connection, partition, members), cancellationToken);

    public Task<long> ReadModelRevisionAsync(byte[] tenant, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteModelReads.Revision(connection, tenant), cancellationToken);

    public Task<SavedModels> ReadModelsAsync(byte[] tenant, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteModelReads.Models(connection, tenant), cancellationToken);

    public Task<SavedModelDocument?> ReadModelDocumentAsync(ModelKey key, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteModelReads.Document(connection, key), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _closed = true;
        database.CloseReaders();
        directoryLock.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>SQLite's calls block, so they are kept off the caller's thread.</summary>
    private Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));
        return Task.Run(
            () =>
            {
                try
                {
                    using var connection = database.OpenForReading();
                    return read(connection);
                }
                catch (SqliteException e)
                {
                    throw database.Unavailable(e);
                }
            },
            cancellationToken);
    }
}
