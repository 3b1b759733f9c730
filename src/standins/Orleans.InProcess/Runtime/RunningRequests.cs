using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Runtime;

/// <summary>Which requests of an activation have begun, and so which others may.</summary>
internal struct RunningRequests(bool isReentrant)
{
    private Request? _blocking;

    public int Count { get; private set; }

    /// <summary>Requests behind one that may not begin may begin all the same.</summary>
    public readonly bool IsReadOnly => _blocking is not null && _blocking.Has(RequestTraits.ReadOnly);

    public readonly bool Allow(Request request) =>
        isReentrant
        || _blocking is null
        || request.Has(RequestTraits.AlwaysInterleave)
        || (IsReadOnly && request.Has(RequestTraits.ReadOnly));

    public void Begin(Request request)
    {
        Count++;
        if (!request.Has(RequestTraits.AlwaysInterleave))
            _blocking ??= request;
    }

    /// <remarks>
    /// As upstream does it, the end of the first of several read-only requests unblocks the activation though the others run.
    /// </remarks>
    public void End(Request request)
    {
        Count--;
        if (_blocking == request)
            _blocking = null;
    }
}
