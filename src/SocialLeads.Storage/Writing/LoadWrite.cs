namespace SocialLeads.Storage.Writing;

/// <summary>Makes a handle the partition's writer, behind every write that was asked for before.</summary>
internal sealed class LoadWrite(PartitionId partition, CancellationToken cancellationToken)
    : PartitionWrite(partition, cancellationToken)
{
    /// <summary>The handle's term, once it is the writer.</summary>
    public long Term { get; private set; }

    protected override Exception? Refusal(PartitionState partition) => null;

    protected override void Apply(PartitionState partition, IWriteSession session)
    {
        session.TakeOver(partition);
        Term = partition.Term;
    }
}
