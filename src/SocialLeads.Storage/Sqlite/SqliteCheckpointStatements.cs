using Microsoft.Data.Sqlite;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Sqlite;

/// <summary>The statements that save a checkpoint.</summary>
internal sealed class SqliteCheckpointStatements(SqliteConnection connection) : IDisposable
{
    // A replacement looks for the row's place once, an upsert twice.
    private readonly SqliteRowStatement _saveMember = new(
        connection, "INSERT OR REPLACE INTO members (partition_id, member, crc, state) VALUES ($1, $2, $3, $4)");

    // The update changes nothing; it makes a symbol that is already there with the same text count as a changed row.
    private readonly SqliteStatement _saveSymbol = new(
        connection,
        """
        INSERT INTO symbols (partition_id, id, text) VALUES ($1, $2, $3)
        ON CONFLICT (partition_id, id) DO UPDATE SET text = excluded.text WHERE text = excluded.text
        """,
        3);

    private readonly SqliteStatement _addSeenIds = new(
        connection,
        """
        INSERT INTO seen_ids (partition_id, day, block, crc, fingerprints)
        SELECT $1, $2, 1 + coalesce(max(block), 0), $3, $4 FROM seen_ids WHERE partition_id = $1 AND day = $2
        """,
        4);

    private readonly SqliteStatement _forgetSeenIds = new(
        connection, "DELETE FROM seen_ids WHERE partition_id = $1 AND day < $2", 2);

    private readonly SqliteStatement _movePosition = new(
        connection, "UPDATE partitions SET checkpoint_position = $2 WHERE id = $1", 2);

    private readonly SqliteStatement _saveFilterCounts = new(
        connection, "UPDATE partitions SET filter_counts = $2, filter_counts_crc = $3 WHERE id = $1", 3);

    public void Save(long partition, CheckpointRows rows)
    {
        foreach (var (member, checksum, state) in rows.Members)
            _saveMember.Bind(partition).Bind(member).Bind(checksum).Bind(state).Execute();

        foreach (var (id, text) in rows.Symbols)
        {
            if (_saveSymbol.Execute(partition, (long)id, text) == 0)
                throw new ArgumentException($"Symbol {id} is already saved with another text.");
        }

        foreach (var (day, checksum, fingerprints) in rows.SeenIds)
            _addSeenIds.Execute(partition, (long)day, (long)checksum, fingerprints);

        _forgetSeenIds.Execute(partition, (long)rows.ForgetSeenBeforeDay);
        _movePosition.Execute(partition, rows.Position);
        if (rows.FilterCounts is { } counts) _saveFilterCounts.Execute(partition, counts, (long)Checksum.OfFilterCounts(counts));
    }

    public void Dispose()
    {
        _saveMember.Dispose();
        _saveSymbol.Dispose();
        _addSeenIds.Dispose();
        _forgetSeenIds.Dispose();
        _movePosition.Dispose();
        _saveFilterCounts.Dispose();
    }
}
