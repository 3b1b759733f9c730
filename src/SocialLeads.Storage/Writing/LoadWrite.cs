namespace SocialLeads.Storage.Writing;

/// <summary>Makes a handle the partition's writer, behind every write that was asked for before.</summary>
internal sealed class LoadWrite(PartitionId partition, CancellationToken cancellationToken)
    : PendingWrite(partition, cancellationToken)
{
    /// <summary>The handle's term, once it is the writer.</summary>
    public long Term { get; private set; }

    public override Exception? Refusal(PartitionState partition) => null;

    public override void Apply(PartitionState partition, IWriteSession session)
    {
        session.TakeOver(partition);
        Term = partition.Term;
    }
}
