using Microsoft.Data.Sqlite;

namespace SocialLeads.Storage.Sqlite;

/// <summary>What is read beside the writer, each in a snapshot of its own.</summary>
internal static class SqliteReads
{
    private const int MaxPageRows = 1024;

    /// <summary>Bytes of payload after which a page ends.</summary>
    private const long MaxPageBytes = 4 * 1024 * 1024;

    private const string PartitionRow = "(SELECT id FROM partitions WHERE tenant = $1 AND number = $2)";

    public static IReadOnlyList<string> Tenants(SqliteConnection connection)
    {
        using var statement = new SqliteStatement(
            connection, "SELECT tenant FROM partitions UNION SELECT tenant FROM model_revisions ORDER BY tenant", 0);
        using var reader = statement.Read();
        var tenants = new List<string>();
        while (reader.Read())
            tenants.Add(StoredText.FromBytes(reader.Bytes(0)));

        return tenants;
    }

    public static SavedPartition Partition(SqliteConnection connection, PartitionId partition, int oldestSeenDay)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var (checkpoint, last) = Positions(connection, partition);
        return new(checkpoint, last, Symbols(connection, partition), SeenIds(connection, partition, oldestSeenDay))
        {
            FilterCounts = FilterCounts(connection, partition),
        };
    }

    public static IReadOnlyList<LogRead> LogPage(SqliteConnection connection, PartitionId partition, long afterPosition)
    {
        using var statement = new SqliteStatement(
            connection,
            $"SELECT position, crc, payload FROM log WHERE partition_id = {PartitionRow} AND position > $3 ORDER BY position",
            3);
        using var reader = statement.Read(Tenant(partition), (long)partition.Index, afterPosition);
        var page = new List<LogRead>();
        var bytes = 0L;
        while (page.Count < MaxPageRows && bytes < MaxPageBytes && reader.Read())
        {
            var (position, payload) = (reader.GetInt64(0), reader.Bytes(2));
            page.Add(Stored.Entry(position, reader.GetInt64(1), payload));
            bytes += payload.Length;
        }

        return page;
    }

    public static MemberPage MemberPage(SqliteConnection connection, PartitionId partition, byte[] afterMember)
    {
        using var statement = new SqliteStatement(
            connection,
            $"SELECT member, crc, state FROM members WHERE partition_id = {PartitionRow} AND member > $3 ORDER BY member",
            3);
        using var reader = statement.Read(Tenant(partition), (long)partition.Index, afterMember);
        var page = new List<SavedMember>();
        var (bytes, last) = (0L, afterMember);
        while (page.Count < MaxPageRows && bytes < MaxPageBytes && reader.Read())
        {
            last = reader.Bytes(0);
            page.Add(Stored.Member(last, reader.GetInt64(1), reader.Bytes(2)));
            bytes += page[^1].State.Length;
        }

        return new(page, last);
    }

    public static SavedMember? Member(SqliteConnection connection, PartitionId partition, byte[] member) =>
        Members(connection, partition, [member]) is [var found] ? found : null;

    public static IReadOnlyList<SavedMember> Members(SqliteConnection connection, PartitionId partition, byte[][] members)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var statement = new SqliteStatement(
            connection, $"SELECT crc, state FROM members WHERE partition_id = {PartitionRow} AND member = $3", 3);
        var (tenant, found) = (Tenant(partition), new List<SavedMember>(members.Length));
        foreach (var member in members)
        {
            using var reader = statement.Read(tenant, (long)partition.Index, member);
            if (reader.Read())
                found.Add(Stored.Member(member, reader.GetInt64(0), reader.Bytes(1)));
        }

        return found;
    }

    private static (long Checkpoint, long Last) Positions(SqliteConnection connection, PartitionId partition)
    {
        using var statement = new SqliteStatement(
            connection,
            """
            SELECT checkpoint_position,
                   max(checkpoint_position, coalesce((SELECT max(position) FROM log WHERE partition_id = partitions.id), 0))
            FROM partitions WHERE tenant = $1 AND number = $2
            """,
            2);
        using var reader = statement.Read(Tenant(partition), (long)partition.Index);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }

    private static SavedFilterCounts FilterCounts(SqliteConnection connection, PartitionId partition)
    {
        using var statement = new SqliteStatement(
            connection, $"SELECT filter_counts_crc, filter_counts FROM partitions WHERE id = {PartitionRow} AND filter_counts IS NOT NULL", 2);
        using var reader = statement.Read(Tenant(partition), (long)partition.Index);
        return reader.Read() ? Stored.FilterCounts(reader.GetInt64(0), reader.Bytes(1)) : SavedFilterCounts.None;
    }

    private static List<SavedSymbol> Symbols(SqliteConnection connection, PartitionId partition)
    {
        using var statement = new SqliteStatement(
            connection, $"SELECT id, text FROM symbols WHERE partition_id = {PartitionRow} ORDER BY id", 2);
        using var reader = statement.Read(Tenant(partition), (long)partition.Index);
        var symbols = new List<SavedSymbol>();
        while (reader.Read())
            symbols.Add(new(reader.GetInt32(0), StoredText.FromBytes(reader.Bytes(1))));

        return symbols;
    }

    private static List<SeenIds> SeenIds(SqliteConnection connection, PartitionId partition, int oldestDay)
    {
        using var statement = new SqliteStatement(
            connection,
            $"SELECT day, crc, fingerprints FROM seen_ids WHERE partition_id = {PartitionRow} AND day >= $3 ORDER BY day, block",
            3);
        using var reader = statement.Read(Tenant(partition), (long)partition.Index, (long)oldestDay);
        var blocks = new List<SeenIds>();
        while (reader.Read())
            blocks.Add(Stored.SeenIds(reader.GetInt32(0), reader.GetInt64(1), reader.Bytes(2)));

        return blocks;
    }

    private static byte[] Tenant(PartitionId partition) => StoredText.ToBytes(partition.Tenant);

    private static byte[] Bytes(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);
}
