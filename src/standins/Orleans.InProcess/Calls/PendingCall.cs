using Orleans.Runtime;

namespace Orleans.InProcess.Calls;

/// <summary>A grain call that a caller waits for.</summary>
internal abstract class PendingCall(GrainReference reference) : Request
{
    // Upstream's limit: a call that has met this many dying activations is turned away.
    private const int MaxForwards = 2;

    private int _forwards;

    public GrainId GrainId => reference.GrainId;

    /// <summary>On the messaging clock's timestamps.</summary>
    public long Deadline { get; set; }

    public abstract TimeSpan? ResponseTimeout { get; }

    public abstract string MethodName { get; }

    // Links of the list of outstanding calls, which alone touches them.
    public PendingCall? PreviousOutstanding { get; set; }

    public PendingCall? NextOutstanding { get; set; }

    public OutstandingCalls.Stripe? Outstanding { get; set; }

    public override void Reroute()
    {
        if (++_forwards > MaxForwards)
            Reject(new OrleansMessageRejectionException($"{this} met {_forwards} activations that were ending."));
        else
            reference.Silo.Dispatch(this, target: null);
    }

    public override string ToString() => $"{MethodName} of {GrainId}";
}
