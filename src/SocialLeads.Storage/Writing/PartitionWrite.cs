namespace SocialLeads.Storage.Writing;

/// <summary>A write to a partition, which may refuse it.</summary>
internal abstract class PartitionWrite(PartitionId partition, CancellationToken cancellationToken) : PendingWrite(cancellationToken)
{
    public override PartitionId? Partition => partition;

    protected PartitionId Id => partition;

    public sealed override Exception? Make(IWriteSession session)
    {
        var state = session.Find(partition);
        var refusal = Refusal(state);
        if (refusal is null)
            Apply(state, session);

        return refusal;
    }

    /// <summary>Why the partition does not accept it; null if it does. Nothing has been written yet.</summary>
    protected abstract Exception? Refusal(PartitionState partition);

    protected abstract void Apply(PartitionState partition, IWriteSession session);
}
