using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Runtime;

/// <summary>
/// Runs the turns of one activation one after another, on whatever thread of the pool is free. A turn is the start of
/// a request or the continuation of an await in the grain's code.
/// </summary>
internal sealed class TurnScheduler(Activation owner, Lock turnLock) : TaskScheduler, IThreadPoolWorkItem
{
    // After this many turns others have the thread.
    private const int TurnsPerDispatch = 64;

    [ThreadStatic]
    private static TurnScheduler? _running;

    // The owner's: it is held while turns are added, and one lock is less memory than two.
    private readonly Lock _lock = turnLock;
    private bool _isDispatched;

    // Most activations never have more than one turn ready: the queue is made when one has.
    private object? _first;
    private Queue<object>? _rest;

    /// <summary>The activation whose turn this thread runs.</summary>
    public static Activation? CurrentActivation => _running?.Owner;

    public override int MaximumConcurrencyLevel => 1;

    private Activation Owner { get; } = owner;

    public void Enqueue(Request request) => EnqueueTurn(request);

    void IThreadPoolWorkItem.Execute()
    {
        _running = this;
        try
        {
            // A continuation is a task, which makes this the current scheduler for what it runs. From the first request
            // on, the turns of the dispatch run within one more task, which does that for them.
            if (RunTurns(isWithinTask: false))
                new Task(static self => ((TurnScheduler)self!).RunTurns(isWithinTask: true), this).RunSynchronously(this);
        }
        finally
        {
            _running = null;
        }
    }

    protected override void QueueTask(Task task) => EnqueueTurn(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _running == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock)
        {
            object?[] turns = [_first, .. _rest ?? []];
            return [.. turns.OfType<Task>()];
        }
    }

    private void EnqueueTurn(object turn)
    {
        lock (_lock)
        {
            if (_first is null)
                _first = turn;
            else
                (_rest ??= new Queue<object>()).Enqueue(turn);
            if (_isDispatched)
                return;
            _isDispatched = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <returns>Whether it has stopped before a request, which must run within a task.</returns>
    private bool RunTurns(bool isWithinTask)
    {
        for (var turns = 0; turns < TurnsPerDispatch; turns++)
        {
            object turn;
            lock (_lock)
            {
                if (_first is null)
                {
                    _isDispatched = false;
                    return false;
                }

                if (!isWithinTask && _first is Request)
                    return true;
                turn = _first;
                _first = _rest is { Count: > 0 } ? _rest.Dequeue() : null;
            }

            if (turn is Task task)
                TryExecuteTask(task);
            else
                Owner.Run((Request)turn);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return false;
    }
}
