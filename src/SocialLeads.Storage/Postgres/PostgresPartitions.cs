using Npgsql;
using NpgsqlTypes;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Postgres;

/// <summary>
/// The partitions of the transaction at hand. They are locked and read anew for each, since another process may have written
/// to them or taken them over; only their row numbers, which never change, are remembered.
/// </summary>
internal sealed class PostgresPartitions(NpgsqlConnection connection) : IDisposable
{
    private readonly Dictionary<PartitionId, PartitionState> _locked = [];
    private readonly Dictionary<PartitionId, long> _rows = [];

    private readonly PostgresStatement _add = new(
        connection,
        "INSERT INTO partitions (tenant, number) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        NpgsqlDbType.Bytea,
        NpgsqlDbType.Integer);

    private readonly PostgresStatement _find = new(
        connection,
        "SELECT id FROM partitions WHERE tenant = $1 AND number = $2",
        NpgsqlDbType.Bytea,
        NpgsqlDbType.Integer);

    // In order of id, so that two processes that need the same ones do not wait for each other.
    private readonly PostgresStatement _lock = new(
        connection,
        "SELECT id, term, checkpoint_position FROM partitions WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE",
        PostgresStatement.Int8s);

    // A statement of its own, since the one that waited for the lock sees the log as it was before it waited.
    private readonly PostgresStatement _lastEntries = new(
        connection,
        """
        SELECT p.id, (SELECT position FROM log WHERE partition_id = p.id ORDER BY position DESC LIMIT 1)
        FROM unnest($1) p (id)
        """,
        PostgresStatement.Int8s);

    private readonly PostgresStatement _takeOver = new(
        connection, "UPDATE partitions SET term = term + 1 WHERE id = $1 RETURNING term", NpgsqlDbType.Bigint);

    public PartitionState this[PartitionId partition] => _locked[partition];

    public void Lock(IReadOnlyCollection<PartitionId> partitions)
    {
        _locked.Clear();
        var byRow = new Dictionary<long, PartitionState>();
        foreach (var id in partitions)
        {
            var state = new PartitionState(id) { Row = Row(id) };
            _locked.Add(id, state);
            byRow.Add(state.Row, state);
        }

        var rows = byRow.Keys.ToArray();
        using (var locked = _lock.Read(rows))
        {
            while (locked.Read())
            {
                var state = byRow[locked.GetInt64(0)];
                (state.Term, state.CheckpointPosition) = (locked.GetInt64(1), locked.GetInt64(2));
            }
        }

        using var last = _lastEntries.Read(rows);
        while (last.Read())
        {
            // A log that was trimmed whole ends where the checkpoint does.
            var state = byRow[last.GetInt64(0)];
            state.LastPosition = Math.Max(state.CheckpointPosition, last.IsDBNull(1) ? 0 : last.GetInt64(1));
        }
    }

    public void TakeOver(PartitionState partition) => partition.Term = (long)_takeOver.Scalar(partition.Row)!;

    public void Dispose()
    {
        _add.Dispose();
        _find.Dispose();
        _lock.Dispose();
        _lastEntries.Dispose();
        _takeOver.Dispose();
    }

    private long Row(PartitionId id)
    {
        if (!_rows.TryGetValue(id, out var row))
        {
            var tenant = StoredText.ToBytes(id.Tenant);
            _add.Execute(tenant, id.Index);
            _rows.Add(id, row = (long)_find.Scalar(tenant, id.Index)!);
        }

        return row;
    }
}
