namespace SocialLeads.Storage.Writing;

/// <summary>A write that only the partition's writer may make.</summary>
internal abstract class OwnedWrite(PartitionId partition, long term, CancellationToken cancellationToken)
    : PartitionWrite(partition, cancellationToken)
{
    protected sealed override Exception? Refusal(PartitionState partition) =>
        partition.Term == term ? RefusalToWriter(partition) : new StaleWriterException(Id);

    protected abstract Exception? RefusalToWriter(PartitionState partition);
}
