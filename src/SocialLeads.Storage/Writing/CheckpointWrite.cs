namespace SocialLeads.Storage.Writing;

internal sealed class CheckpointWrite(PartitionId partition, long term, CheckpointRows rows, CancellationToken cancellationToken)
    : OwnedWrite(partition, term, cancellationToken)
{
    public override long Bytes => rows.Bytes;

    public override StoreStatistics Tally => new() { Checkpoints = 1 };

    protected override void Apply(PartitionState partition, IWriteSession session)
    {
        session.SaveCheckpoint(partition, rows);
        partition.CheckpointPosition = rows.Position;
    }

    protected override Exception? RefusalToWriter(PartitionState partition)
    {
        if (rows.Position < partition.CheckpointPosition)
        {
            return new ArgumentException(
                $"The checkpoint's position {rows.Position} lies before the last checkpoint's, {partition.CheckpointPosition}.");
        }

        return rows.Position > partition.LastPosition
            ? new ArgumentException(
                $"The checkpoint's position {rows.Position} lies behind the log's end, {partition.LastPosition}.")
            : null;
    }
}
