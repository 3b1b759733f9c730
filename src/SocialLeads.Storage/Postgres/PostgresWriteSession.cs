using Npgsql;
using NpgsqlTypes;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Postgres;

/// <summary>The writer's connection. The entries of one transaction go to the database together, in one statement.</summary>
internal sealed class PostgresWriteSession : IWriteSession
{
    private readonly NpgsqlConnection _connection;
    private readonly PostgresPartitions _partitions;
    private readonly PostgresCheckpointStatements _checkpoint;
    private readonly PostgresModelStatements _models;
    private readonly PostgresStatement _insertEntries;
    private readonly PostgresStatement _deleteEntries;
    private readonly PostgresStatement _markStored;
    private readonly List<long> _rows = [];
    private readonly List<long> _positions = [];
    private readonly List<long> _checksums = [];
    private readonly List<byte[]> _payloads = [];
    private NpgsqlTransaction? _transaction;

    public PostgresWriteSession(NpgsqlConnection connection)
    {
        _connection = connection;
        _partitions = new(connection);
        _checkpoint = new(connection);
        _models = new(connection);
        _insertEntries = new(
            connection,
            "INSERT INTO log (partition_id, position, crc, payload) SELECT * FROM unnest($1, $2, $3, $4)",
            PostgresStatement.Int8s,
            PostgresStatement.Int8s,
            PostgresStatement.Int8s,
            PostgresStatement.Byteas);
        _deleteEntries = new(
            connection,
            "DELETE FROM log WHERE partition_id = $1 AND position <= $2",
            NpgsqlDbType.Bigint,
            NpgsqlDbType.Bigint);
        _markStored = new(connection, "UPDATE partitions SET stored = true WHERE id = $1", NpgsqlDbType.Bigint);
    }

    public IModelRows Models => _models;

    public void Begin(IReadOnlyCollection<PartitionId> partitions)
    {
        _transaction = _connection.BeginTransaction();
        _partitions.Lock(partitions);
    }

    public PartitionState Find(PartitionId partition) => _partitions[partition];

    public void TakeOver(PartitionState partition) => _partitions.TakeOver(partition);

    public void InsertEntry(PartitionState partition, long position, uint checksum, ReadOnlyMemory<byte> payload)
    {
        _rows.Add(partition.Row);
        _positions.Add(position);
        _checksums.Add(checksum);
        _payloads.Add(Rows.Array(payload));
        if (position == 1)
            _markStored.Execute(partition.Row);
    }

    public void DeleteEntries(PartitionState partition, long throughPosition)
    {
        SendEntries();
        _deleteEntries.Execute(partition.Row, throughPosition);
    }

    public void SaveCheckpoint(PartitionState partition, CheckpointRows rows) => _checkpoint.Save(partition.Row, rows);

    public void Complete() => SendEntries();

    public void Commit() => _transaction!.Commit();

    public void Dispose()
    {
        _partitions.Dispose();
        _checkpoint.Dispose();
        _models.Dispose();
        _insertEntries.Dispose();
        _deleteEntries.Dispose();
        _markStored.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private void SendEntries()
    {
        if (_rows.Count == 0)
            return;

        _insertEntries.Execute(_rows.ToArray(), _positions.ToArray(), _checksums.ToArray(), _payloads.ToArray());
        _rows.Clear();
        _positions.Clear();
        _checksums.Clear();
        _payloads.Clear();
    }
}
