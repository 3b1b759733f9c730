namespace Orleans.InProcess.Calls;

/// <summary>Requests in order of arrival. Linked through the requests themselves: an idle activation pays two words.</summary>
internal struct WaitingLine
{
    private Request? _first;
    private Request? _last;

    public readonly Request? First => _first;

    public int Count { get; private set; }

    public void Add(Request request)
    {
        request.NextWaiting = null;
        if (_last is null)
            _first = request;
        else
            _last.NextWaiting = request;
        _last = request;
        Count++;
    }

    public Request? TakeFirst()
    {
        if (_first is not { } request)
            return null;
        _first = request.NextWaiting;
        if (_first is null)
            _last = null;
        request.NextWaiting = null;
        Count--;
        return request;
    }
}
