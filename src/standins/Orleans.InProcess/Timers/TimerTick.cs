using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Timers;

/// <summary>The tick of a timer, standing in line with the grain's calls. One object serves all ticks: one is under way at most.</summary>
internal sealed class TimerTick(Func<Task> tick, Action<Exception> onFailed, bool interleave, bool keepAlive) : Request
{
    public override RequestTraits Traits { get; } =
        RequestTraits.OneWay
        | RequestTraits.BoundToActivation
        | (interleave ? RequestTraits.AlwaysInterleave : RequestTraits.None)
        | (keepAlive ? RequestTraits.KeepsAlive : RequestTraits.None);

    public override Task? Invoke(object grain) => tick();

    public override void Complete(Task finished)
    {
        if (!finished.IsCompletedSuccessfully)
            Reject(finished.Exception?.InnerException ?? new TaskCanceledException(finished));
    }

    public override void Reject(Exception exception) => onFailed(exception);

    // Bound to its activation, it ends with it.
    public override void Reroute() => throw new InvalidOperationException("A timer's tick belongs to one activation.");
}
