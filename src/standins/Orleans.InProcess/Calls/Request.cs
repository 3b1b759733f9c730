using Orleans.InProcess.Runtime;

namespace Orleans.InProcess.Calls;

/// <summary>Something an activation does in turns: a grain call or the tick of a timer.</summary>
internal abstract class Request
{
    /// <summary>Links the request into the waiting line it stands in; it stands in one at most.</summary>
    public Request? NextWaiting { get; set; }

    /// <summary>The activation that has begun the request.</summary>
    public Activation? Target { get; set; }

    public abstract RequestTraits Traits { get; }

    /// <summary>The caller no longer waits, so that a request not yet begun need not be.</summary>
    public virtual bool IsAbandoned => false;

    /// <summary>Starts the work, on the activation's scheduler. Never throws.</summary>
    /// <returns>Null when the work is already done and answered.</returns>
    public abstract Task? Invoke(object grain);

    /// <summary>Answers with the outcome of the task that <see cref="Invoke"/> returned. Never throws.</summary>
    public abstract void Complete(Task finished);

    /// <summary>The request will never be begun.</summary>
    public abstract void Reject(Exception exception);

    /// <summary>The activation ended before it began the request, which now needs another.</summary>
    public abstract void Reroute();

    public bool Has(RequestTraits trait) => (Traits & trait) != 0;
}
