using Orleans.InProcess.Calls;
using Orleans.InProcess.Manifest;
using Orleans.Runtime;

namespace Orleans.InProcess.Runtime;

/// <summary>The activations of one key of a stateless worker: a call goes to an idle one, to a new one, or to the one with the fewest waiting.</summary>
internal sealed class StatelessWorkers(GrainClass grainClass, GrainId grainId, int maxWorkers) : ICallTarget, IActivationHome
{
    private readonly Lock _lock = new();
    private readonly List<Activation> _workers = [];

    public Activation[] Activations
    {
        get
        {
            lock (_lock)
                return [.. _workers];
        }
    }

    public bool TryReceive(Request request)
    {
        lock (_lock)
        {
            // A worker that has just ended is on its way out of the list: a new one then takes the call.
            if (Choose() is { } worker && worker.TryReceive(request))
                return true;
            return AddWorker().TryReceive(request);
        }
    }

    public void Remove(Activation activation)
    {
        lock (_lock)
            _workers.Remove(activation);
    }

    private Activation? Choose()
    {
        if (_workers.Find(worker => worker.IsInactive) is { } idle)
            return idle;
        return _workers.Count < maxWorkers ? null : _workers.MinBy(worker => worker.WaitingCount);
    }

    private Activation AddWorker()
    {
        var worker = new Activation(grainClass, grainId, home: this);
        _workers.Add(worker);
        worker.Start();
        return worker;
    }
}
