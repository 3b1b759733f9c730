namespace Orleans.InProcess.Runtime;

/// <summary>The end of an activation: why, within what time, and when it is over.</summary>
internal sealed class Deactivation
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _cancellation;

    public DeactivationReason Reason { get; private set; }

    /// <summary>Cancelled when OnDeactivateAsync should hurry up.</summary>
    public CancellationToken Cancellation => _cancellation?.Token ?? CancellationToken.None;

    public Task Ended => _ended.Task;

    public void Begin(DeactivationReason reason, TimeSpan timeout, CancellationToken cancellation)
    {
        Reason = reason;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _cancellation.CancelAfter(timeout);
    }

    public void End()
    {
        _cancellation?.Dispose();
        _ended.TrySetResult();
    }
}
