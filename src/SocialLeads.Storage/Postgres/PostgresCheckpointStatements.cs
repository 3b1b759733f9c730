using Npgsql;
using NpgsqlTypes;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Postgres;

/// <summary>The statements that save a checkpoint, some thousand rows each.</summary>
internal sealed class PostgresCheckpointStatements(NpgsqlConnection connection) : IDisposable
{
    private const int RowsPerStatement = 5_000;

    private readonly PostgresStatement _saveMembers = new(
        connection,
        """
        INSERT INTO members (partition_id, member, crc, state) SELECT $1, * FROM unnest($2, $3, $4)
        ON CONFLICT (partition_id, member) DO UPDATE SET crc = excluded.crc, state = excluded.state
        """,
        NpgsqlDbType.Bigint,
        PostgresStatement.Byteas,
        PostgresStatement.Int8s,
        PostgresStatement.Byteas);

    private readonly PostgresStatement _saveSymbols = new(
        connection,
        """
        INSERT INTO symbols (partition_id, id, text) SELECT $1, * FROM unnest($2, $3)
        ON CONFLICT (partition_id, id) DO NOTHING
        """,
        NpgsqlDbType.Bigint,
        PostgresStatement.Int4s,
        PostgresStatement.Byteas);

    private readonly PostgresStatement _findConflict = new(
        connection,
        """
        SELECT id FROM symbols JOIN unnest($2, $3) given (id, text) USING (id)
        WHERE partition_id = $1 AND symbols.text <> given.text LIMIT 1
        """,
        NpgsqlDbType.Bigint,
        PostgresStatement.Int4s,
        PostgresStatement.Byteas);

    private readonly PostgresStatement _addSeenIds = new(
        connection,
        "INSERT INTO seen_ids (partition_id, day, crc, fingerprints) VALUES ($1, $2, $3, $4)",
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Integer,
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Bytea);

    private readonly PostgresStatement _forgetSeenIds = new(
        connection,
        "DELETE FROM seen_ids WHERE partition_id = $1 AND day < $2",
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Integer);

    private readonly PostgresStatement _movePosition = new(
        connection,
        "UPDATE partitions SET checkpoint_position = $2, stored = true WHERE id = $1",
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Bigint);

    private readonly PostgresStatement _saveFilterCounts = new(
        connection,
        "UPDATE partitions SET filter_counts = $2, filter_counts_crc = $3 WHERE id = $1",
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Bytea,
        NpgsqlDbType.Bigint);

    public void Save(long partition, CheckpointRows rows)
    {
        foreach (var members in rows.Members.Chunk(RowsPerStatement))
        {
            _saveMembers.Execute(
                partition,
                members.Select(m => m.Member).ToArray(),
                members.Select(m => (long)m.Checksum).ToArray(),
                members.Select(m => m.State).ToArray());
        }

        foreach (var symbols in rows.Symbols.Chunk(RowsPerStatement))
            Save(partition, [.. symbols.Select(s => s.Id)], [.. symbols.Select(s => s.Text)]);

        foreach (var (day, checksum, fingerprints) in rows.SeenIds)
            _addSeenIds.Execute(partition, day, (long)checksum, fingerprints);

        _forgetSeenIds.Execute(partition, rows.ForgetSeenBeforeDay);
        _movePosition.Execute(partition, rows.Position);
        if (rows.FilterCounts is { } counts) _saveFilterCounts.Execute(partition, counts, (long)Checksum.OfFilterCounts(counts));
    }

    public void Dispose()
    {
        _saveMembers.Dispose();
        _saveSymbols.Dispose();
        _findConflict.Dispose();
        _addSeenIds.Dispose();
        _forgetSeenIds.Dispose();
        _movePosition.Dispose();
        _saveFilterCounts.Dispose();
    }

    private void Save(long partition, int[] symbolIds, byte[][] texts)
    {
        _saveSymbols.Execute(partition, symbolIds, texts);
        if (_findConflict.Scalar(partition, symbolIds, texts) is int conflict)
            throw new ArgumentException($"Symbol {conflict} is already saved with another text.");
    }
}
