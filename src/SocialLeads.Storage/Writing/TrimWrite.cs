namespace SocialLeads.Storage.Writing;

internal sealed class TrimWrite(PartitionId partition, long term, long throughPosition, CancellationToken cancellationToken)
    : OwnedWrite(partition, term, cancellationToken)
{
    protected override void Apply(PartitionState partition, IWriteSession session) =>
        session.DeleteEntries(partition, throughPosition);

    protected override Exception? RefusalToWriter(PartitionState partition) =>
        throughPosition <= partition.CheckpointPosition
            ? null
            : new ArgumentException(
                $"The log can be trimmed through position {partition.CheckpointPosition}, which the checkpoint includes, "
                + $"not through {throughPosition}.");
}
