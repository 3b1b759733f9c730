using System.Data;
using Npgsql;

namespace SocialLeads.Storage.Postgres;

/// <summary>What is read beside the writer.</summary>
internal static class PostgresReads
{
    private const int LogPageRows = 64;
    private const int MemberPageRows = 1024;
    private const string PartitionRow = "(SELECT id FROM partitions WHERE tenant = $1 AND number = $2)";

    public static async Task<IReadOnlyList<string>> TenantsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await QueryAsync(
            connection,
            "SELECT tenant FROM partitions WHERE stored UNION SELECT tenant FROM model_revisions ORDER BY tenant",
            [],
            row => StoredText.FromBytes(row.Bytes(0)),
            cancellationToken);

    public static async Task<SavedPartition> PartitionAsync(
        NpgsqlConnection connection, PartitionId partition, int oldestSeenDay, CancellationToken cancellationToken)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var positions = await QueryAsync(
            connection,
            """
            SELECT checkpoint_position,
                   coalesce((SELECT position FROM log WHERE partition_id = partitions.id ORDER BY position DESC LIMIT 1), 0)
            FROM partitions WHERE tenant = $1 AND number = $2
            """,
            Key(partition),
            row => (Checkpoint: row.GetInt64(0), LastEntry: row.GetInt64(1)),
            cancellationToken);
        var symbols = await QueryAsync(
            connection,
            $"SELECT id, text FROM symbols WHERE partition_id = {PartitionRow} ORDER BY id",
            Key(partition),
            row => new SavedSymbol(row.GetInt32(0), StoredText.FromBytes(row.Bytes(1))),
            cancellationToken);
        var seenIds = await QueryAsync(
            connection,
            $"SELECT day, crc, fingerprints FROM seen_ids WHERE partition_id = {PartitionRow} AND day >= $3 ORDER BY day, block",
            [.. Key(partition), oldestSeenDay],
            row => Stored.SeenIds(row.GetInt32(0), row.GetInt64(1), row.Bytes(2)),
            cancellationToken);
        var filterCounts = await QueryAsync(
            connection,
            $"SELECT filter_counts_crc, filter_counts FROM partitions WHERE id = {PartitionRow} AND filter_counts IS NOT NULL",
            Key(partition),
            row => Stored.FilterCounts(row.GetInt64(0), row.Bytes(1)),
            cancellationToken);
        var (checkpoint, lastEntry) = positions.SingleOrDefault();
        return new(checkpoint, Math.Max(checkpoint, lastEntry), symbols, seenIds)
        {
            FilterCounts = filterCounts.SingleOrDefault() ?? SavedFilterCounts.None,
        };
    }

    public static async Task<IReadOnlyList<LogRead>> LogPageAsync(
        NpgsqlConnection connection, PartitionId partition, long afterPosition, CancellationToken cancellationToken) =>
        await QueryAsync(
            connection,
            $"""
            SELECT position, crc, payload FROM log WHERE partition_id = {PartitionRow} AND position > $3
            ORDER BY position LIMIT {LogPageRows}
            """,
            [.. Key(partition), afterPosition],
            row => Stored.Entry(row.GetInt64(0), row.GetInt64(1), row.Bytes(2)),
            cancellationToken);

    public static async Task<MemberPage> MemberPageAsync(
        NpgsqlConnection connection, PartitionId partition, byte[] afterMember, CancellationToken cancellationToken)
    {
        var last = afterMember;
        var members = await QueryAsync(
            connection,
            $"""
            SELECT member, crc, state FROM members WHERE partition_id = {PartitionRow} AND member > $3
            ORDER BY member LIMIT {MemberPageRows}
            """,
            [.. Key(partition), afterMember],
            row => Stored.Member(last = row.Bytes(0), row.GetInt64(1), row.Bytes(2)),
            cancellationToken);
        return new(members, last);
    }

    public static async Task<SavedMember?> MemberAsync(
        NpgsqlConnection connection, PartitionId partition, byte[] member, CancellationToken cancellationToken) =>
        await MembersAsync(connection, partition, [member], cancellationToken) is [var found] ? found : null;

    public static async Task<IReadOnlyList<SavedMember>> MembersAsync(
        NpgsqlConnection connection, PartitionId partition, byte[][] members, CancellationToken cancellationToken) =>
        await QueryAsync(
            connection,
            $"SELECT member, crc, state FROM members WHERE partition_id = {PartitionRow} AND member = ANY ($3)",
            [.. Key(partition), members],
            row => Stored.Member(row.Bytes(0), row.GetInt64(1), row.Bytes(2)),
            cancellationToken);

    private static async Task<List<T>> QueryAsync<T>(
        NpgsqlConnection connection,
        string sql,
        object[] values,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));

        return rows;
    }

    private static object[] Key(PartitionId partition) => [StoredText.ToBytes(partition.Tenant), partition.Index];

    private static byte[] Bytes(this NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
