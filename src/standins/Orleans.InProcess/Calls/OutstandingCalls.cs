namespace Orleans.InProcess.Calls;

/// <summary>
/// The calls somebody waits for, so that they can be failed when they are late or the silo stops.
/// In stripes, so that callers on several processors do not meet at one lock.
/// </summary>
internal sealed class OutstandingCalls
{
    private readonly Stripe[] _stripes = [.. Enumerable.Range(0, Environment.ProcessorCount * 4).Select(_ => new Stripe())];

    public void Add(PendingCall call) => _stripes[Environment.CurrentManagedThreadId % _stripes.Length].Add(call);

    public List<PendingCall> LateAt(long timestamp) => Where(call => call.Deadline <= timestamp);

    public List<PendingCall> All() => Where(_ => true);

    private List<PendingCall> Where(Predicate<PendingCall> condition)
    {
        var found = new List<PendingCall>();
        foreach (var stripe in _stripes)
            stripe.AddWhere(condition, found);
        return found;
    }

    /// <summary>A doubly linked list through the calls themselves: adding and removing allocate nothing.</summary>
    internal sealed class Stripe
    {
        private readonly Lock _lock = new();
        private PendingCall? _first;

        public void Add(PendingCall call)
        {
            lock (_lock)
            {
                call.Outstanding = this;
                call.NextOutstanding = _first;
                _first?.PreviousOutstanding = call;
                _first = call;
            }
        }

        public void Remove(PendingCall call)
        {
            lock (_lock)
            {
                if (call.Outstanding is null)
                    return;
                call.Outstanding = null;
                call.NextOutstanding?.PreviousOutstanding = call.PreviousOutstanding;
                if (call.PreviousOutstanding is null)
                    _first = call.NextOutstanding;
                else
                    call.PreviousOutstanding.NextOutstanding = call.NextOutstanding;
                call.PreviousOutstanding = null;
                call.NextOutstanding = null;
            }
        }

        public void AddWhere(Predicate<PendingCall> condition, List<PendingCall> found)
        {
            lock (_lock)
            {
                for (var call = _first; call is not null; call = call.NextOutstanding)
                {
                    if (condition(call))
                        found.Add(call);
                }
            }
        }
    }
}
