using Microsoft.Data.Sqlite;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Sqlite;

/// <summary>The writer's connection, with its statements prepared.</summary>
internal sealed class SqliteWriteSession : IWriteSession
{
    private readonly SqliteConnection _connection;
    private readonly SqlitePartitions _partitions;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _findPartition;
    private readonly SqliteStatement _lastEntry;
    private readonly SqliteStatement _insertPartition;
    private readonly SqliteRowStatement _insertEntry;
    private readonly SqliteStatement _deleteEntries;
    private readonly SqliteCheckpointStatements _checkpoint;
    private readonly SqliteModelStatements _models;

    public SqliteWriteSession(SqliteConnection connection, SqlitePartitions partitions)
    {
        _connection = connection;
        _partitions = partitions;
        _begin = new(connection, "BEGIN IMMEDIATE", 0);
        _commit = new(connection, "COMMIT", 0);
        _findPartition = new(connection, "SELECT id, checkpoint_position FROM partitions WHERE tenant = $1 AND number = $2", 2);
        _lastEntry = new(connection, "SELECT max(position) FROM log WHERE partition_id = $1", 1);
        _insertPartition = new(
            connection,
            "INSERT INTO partitions (tenant, number, checkpoint_position) VALUES ($1, $2, 0) RETURNING id",
            2);
        _insertEntry = new(connection, "INSERT INTO log (partition_id, position, crc, payload) VALUES ($1, $2, $3, $4)");
        _deleteEntries = new(connection, "DELETE FROM log WHERE partition_id = $1 AND position <= $2", 2);
        _checkpoint = new(connection);
        _models = new(connection);
    }

    public IModelRows Models => _models;

    public void Begin(IReadOnlyCollection<PartitionId> partitions) => _begin.Execute();

    public PartitionState Find(PartitionId partition) => _partitions.Find(partition, Read);

    public void TakeOver(PartitionState partition) => partition.Term++;

    public void InsertEntry(PartitionState partition, long position, uint checksum, ReadOnlyMemory<byte> payload) =>
        _insertEntry.Bind(Row(partition)).Bind(position).Bind(checksum).Bind(payload.Span).Execute();

    public void DeleteEntries(PartitionState partition, long throughPosition) =>
        _deleteEntries.Execute(partition.Row, throughPosition);

    public void SaveCheckpoint(PartitionState partition, CheckpointRows rows) => _checkpoint.Save(Row(partition), rows);

    public void Complete()
    {
        // Every statement ran when it was asked for.
    }

    public void Commit() => _commit.Execute();

    public void Dispose()
    {
        // Closing undoes a transaction that is still open; after a regular end there is none, and forgetting costs a few reads.
        _partitions.Forget();
        foreach (var statement in (SqliteStatement[])
            [_begin, _commit, _findPartition, _lastEntry, _insertPartition, _deleteEntries])
        {
            statement.Dispose();
        }

        _insertEntry.Dispose();
        _checkpoint.Dispose();
        _models.Dispose();
        _connection.Dispose();
    }

    private void Read(PartitionState partition)
    {
        (partition.Row, partition.CheckpointPosition, partition.LastPosition) = (0, 0, 0);
        using (var found = _findPartition.Read(StoredText.ToBytes(partition.Id.Tenant), (long)partition.Id.Index))
        {
            if (!found.Read())
                return;

            (partition.Row, partition.CheckpointPosition) = (found.GetInt64(0), found.GetInt64(1));
        }

        // A log that was trimmed whole ends where the checkpoint does.
        var lastEntry = (long?)_lastEntry.Scalar(partition.Row) ?? 0;
        partition.LastPosition = Math.Max(lastEntry, partition.CheckpointPosition);
    }

    private long Row(PartitionState partition)
    {
        if (partition.Row == 0)
            partition.Row = (long)_insertPartition.Scalar(StoredText.ToBytes(partition.Id.Tenant), (long)partition.Id.Index)!;

        return partition.Row;
    }
}
