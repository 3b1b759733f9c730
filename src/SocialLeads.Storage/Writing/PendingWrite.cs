namespace SocialLeads.Storage.Writing;

/// <summary>A write that waits for its turn, and whoever waits for it.</summary>
internal abstract class PendingWrite(PartitionId partition, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PartitionId Partition { get; } = partition;

    public Task Completion => _completion.Task;

    /// <summary>What it adds to a transaction's size, in bytes of payload.</summary>
    public virtual long Bytes => 0;

    /// <summary>What it adds to the statistics once it is durable.</summary>
    public virtual StoreStatistics Tally => default;

    /// <summary>Why the partition does not accept it; null if it does. Nothing has been written yet.</summary>
    public abstract Exception? Refusal(PartitionState partition);

    public abstract void Apply(PartitionState partition, IWriteSession session);

    /// <summary>Ends it if its caller has given up, who then knows that it never took effect.</summary>
    public bool TryCancel() => cancellationToken.IsCancellationRequested && _completion.TrySetCanceled(cancellationToken);

    public void Succeed() => _completion.TrySetResult();

    public void Fail(Exception cause)
    {
        _completion.TrySetException(cause);

        // The caller may have stopped waiting; its failure is then nobody's, and not an unobserved one.
        _ = _completion.Task.Exception;
    }
}
