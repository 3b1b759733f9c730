using System.Diagnostics.CodeAnalysis;

namespace Orleans.InProcess.Calls;

/// <summary>
/// Carries the caller's cancellation to the callee: the caller's await ends at once, and the callee's own token is
/// cancelled in a turn of the callee, so that what hangs on it does not run beside the callee's code.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer has nothing to release, and the callee may hold its token for longer than the call.")]
internal sealed class CallCancellation
{
    private readonly CancellationTokenSource _callee = new();
    private readonly PendingCall _call;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;

    public CallCancellation(PendingCall call, CancellationToken caller)
    {
        _call = call;
        _caller = caller;
        _registration = caller.UnsafeRegister(static self => ((CallCancellation)self!).OnCallerCancelled(), this);
    }

    public CancellationToken CalleeToken => _callee.Token;

    /// <summary>Stops listening to the caller.</summary>
    /// <remarks>Does not wait for a callback that runs, as that callback may be what has brought us here.</remarks>
    public void Stop() => _registration.Unregister();

    private void OnCallerCancelled()
    {
        // In this order: a call that begins after the first line sees that it is abandoned, one that began before has its target.
        _call.Reject(new OperationCanceledException(_caller));
        _call.Target?.RunTurn(_callee.Cancel);
    }
}
