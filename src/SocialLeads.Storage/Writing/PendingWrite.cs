namespace SocialLeads.Storage.Writing;

/// <summary>A write that waits for its turn, and whoever waits for it.</summary>
internal abstract class PendingWrite(CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The partition it writes to; null if to none.</summary>
    public abstract PartitionId? Partition { get; }

    public Task Completion => _completion.Task;

    /// <summary>What it adds to a transaction's size, in bytes of payload.</summary>
    public virtual long Bytes => 0;

    /// <summary>What it adds to the statistics once it is durable.</summary>
    public virtual StoreStatistics Tally => default;

    /// <summary>Makes the write within a transaction.</summary>
    /// <returns>Why it is not accepted, in which case nothing was written; null if it is.</returns>
    public abstract Exception? Make(IWriteSession session);

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
