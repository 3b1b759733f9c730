using Npgsql;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Postgres;

internal sealed class PostgresBackend(NpgsqlDataSource dataSource) : IStoreBackend
{
    private volatile bool _closed;

    public bool FailedCommitIsUndone => false;

    public IWriteSession OpenWriteSession() => new PostgresWriteSession(dataSource.OpenConnection());

    public Exception Translate(Exception cause) => cause is NpgsqlException failure ? Unavailable(failure) : cause;

    public Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken) =>
        ReadAsync(connection => PostgresReads.TenantsAsync(connection, cancellationToken), cancellationToken);

    public Task<SavedPartition> ReadPartitionAsync(PartitionId partition, int oldestSeenDay, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresReads.PartitionAsync(c, partition, oldestSeenDay, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<LogRead>> ReadLogPageAsync(
        PartitionId partition, long afterPosition, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresReads.LogPageAsync(c, partition, afterPosition, cancellationToken), cancellationToken);

    public Task<MemberPage> ReadMemberPageAsync(PartitionId partition, byte[] afterMember, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresReads.MemberPageAsync(c, partition, afterMember, cancellationToken), cancellationToken);

    public Task<SavedMember?> ReadMemberAsync(PartitionId partition, byte[] member, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresReads.MemberAsync(c, partition, member, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<SavedMember>> ReadMembersAsync(
        PartitionId partition, byte[][] members, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresReads.MembersAsync(c, partition, members, cancellationToken), cancellationToken);

    public Task<long> ReadModelRevisionAsync(byte[] tenant, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresModelReads.RevisionAsync(c, tenant, cancellationToken), cancellationToken);

    public Task<SavedModels> ReadModelsAsync(byte[] tenant, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresModelReads.ModelsAsync(c, tenant, cancellationToken), cancellationToken);

    public Task<SavedModelDocument?> ReadModelDocumentAsync(ModelKey key, CancellationToken cancellationToken) =>
        ReadAsync(c => PostgresModelReads.DocumentAsync(c, key, cancellationToken), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return dataSource.DisposeAsync();
    }

    /// <summary>What to show for a failure of the database. The server's own message names neither data nor passwords.</summary>
    public static StoreUnavailableException Unavailable(NpgsqlException cause) =>
        new($"The PostgreSQL store {Describe(cause)} ({(cause as PostgresException)?.MessageText ?? cause.Message})", cause);

    private static string Describe(NpgsqlException cause) => (cause as PostgresException)?.SqlState switch
    {
        null => "cannot be reached.",
        PostgresErrorCodes.DiskFull => "cannot grow: the disk is full.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "cannot be written to: the server is read-only.",
        PostgresErrorCodes.InsufficientPrivilege => "cannot be used: the role lacks a right.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow => "is not running now.",
        _ => "could not be used.",
    };

    private async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(PostgresStore));
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            return await read(connection);
        }
        catch (NpgsqlException e)
        {
            throw Unavailable(e);
        }
    }
}
