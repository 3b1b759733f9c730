namespace SocialLeads.Storage.Writing;

/// <summary>A write that only the partition's writer may make.</summary>
internal abstract class OwnedWrite(PartitionId partition, long term, CancellationToken cancellationToken)
    : PendingWrite(partition, cancellationToken)
{
    public sealed override Exception? Refusal(PartitionState partition) =>
        partition.Term == term ? RefusalToWriter(partition) : new StaleWriterException(Partition);

    protected abstract Exception? RefusalToWriter(PartitionState partition);
}
