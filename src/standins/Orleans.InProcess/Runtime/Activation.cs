using Orleans.InProcess.Calls;
using Orleans.InProcess.Manifest;
using Orleans.Runtime;

namespace Orleans.InProcess.Runtime;

/// <summary>
/// One grain in memory: the order in which its requests run, from its first activation step to its last.
/// Requests may come from any thread; the grain's code runs in turns of the <see cref="TurnScheduler"/>.
/// </summary>
internal sealed class Activation : IGrainContext, ICallTarget
{
    private readonly Lock _lock = new();
    private readonly TurnScheduler _turns;
    private readonly IActivationHome _home;
    private WaitingLine _waiting;
    private RunningRequests _running;
    private ActivationState _state;
    private ActivationLife? _life;
    private Deactivation? _deactivation;
    private long _lastUsed;
    private long _keepAliveUntilUtcTicks;

    public Activation(GrainClass grainClass, GrainId grainId, IActivationHome home)
    {
        Class = grainClass;
        GrainId = grainId;
        _home = home;
        _turns = new TurnScheduler(this, _lock);
        _running = new RunningRequests(grainClass.IsReentrant);
        _life = new ActivationLife(this);
    }

    public GrainClass Class { get; }

    public Silo Silo => Class.Silo;

    public GrainId GrainId { get; }

    public object? GrainInstance => _life?.Instance;

    public IServiceProvider ActivationServices => Life.Services;

    public Task Deactivated
    {
        get
        {
            lock (_lock)
            {
                return _state == ActivationState.Invalid
                    ? Task.CompletedTask
                    : (_deactivation ??= new Deactivation()).Ended;
            }
        }
    }

    public int WaitingCount
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    public bool IsInactive
    {
        get
        {
            lock (_lock)
                return _running.Count == 0 && _waiting.Count == 0;
        }
    }

    internal ActivationLife Life => _life ?? throw new ObjectDisposedException(GrainId.ToString(), "The activation has ended.");

    public override string ToString() => GrainId.ToString();

    /// <summary>Begins the activation. Once, before anything else.</summary>
    public void Start()
    {
        _lastUsed = Silo.CollectionClock.GetTimestamp();
        RunTurn(ActivateAsync);
    }

    public bool TryReceive(Request request)
    {
        lock (_lock)
        {
            if (_state == ActivationState.Valid && _running.Allow(request))
                Begin(request);
            else if (_state == ActivationState.Invalid)
                return request.Has(RequestTraits.BoundToActivation);
            else
                _waiting.Add(request);
            return true;
        }
    }

    /// <summary>Runs a request that has begun. In a turn. Never throws.</summary>
    public void Run(Request request)
    {
        if (request.IsAbandoned || request.Invoke(Life.Instance!) is not { } pending)
        {
            OnEnded(request);
            return;
        }

        // Runs where the grain's method ends, which is in a turn of it as a rule, without another turn.
        pending.ContinueWith(
            static (finished, state) =>
            {
                var request = (Request)state!;
                request.Complete(finished);
                request.Target!.OnEnded(request);
            },
            request,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Runs code of the runtime in a turn of its own, beside the requests.</summary>
    public void RunTurn(Action turn) =>
        Task.Factory.StartNew(turn, CancellationToken.None, TaskCreationOptions.None, _turns);

    private void RunTurn(Func<Task> turn) =>
        Task.Factory.StartNew(turn, CancellationToken.None, TaskCreationOptions.None, _turns);

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        ActivationLife? activating = null;
        lock (_lock)
        {
            if (_state is ActivationState.Deactivating or ActivationState.Invalid)
                return;
            _deactivation ??= new Deactivation();
            _deactivation.Begin(deactivationReason, Class.DeactivationTimeout, cancellationToken);
            if (_state == ActivationState.Activating)
                activating = _life;
            else if (_running.Count == 0)
                RunTurn(DeactivateAsync);
            _state = ActivationState.Deactivating;
        }

        // Not under the lock: it may run what waits for the cancellation.
        activating?.CancelActivation();
    }

    /// <summary>Deactivates if it has been idle for that long and nothing keeps it.</summary>
    /// <returns>The end of the deactivation, or null.</returns>
    public Task? CollectIfIdle(TimeSpan age)
    {
        lock (_lock)
        {
            if (_state != ActivationState.Valid
                || _running.Count > 0
                || Silo.CollectionClock.GetElapsedTime(_lastUsed) < age
                || _keepAliveUntilUtcTicks > Silo.GrainClock.GetUtcNow().UtcTicks)
            {
                return null;
            }

            Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "This activation has become idle."));
            return Deactivated;
        }
    }

    public void DelayDeactivation(TimeSpan delay)
    {
        var now = Silo.GrainClock.GetUtcNow().UtcTicks;
        lock (_lock)
        {
            if (delay == Timeout.InfiniteTimeSpan || delay.Ticks > long.MaxValue - now)
                _keepAliveUntilUtcTicks = long.MaxValue;
            else
                _keepAliveUntilUtcTicks = delay <= TimeSpan.Zero ? 0 : now + delay.Ticks;
        }
    }

    public void OnMethodFailed(PendingCall call, Exception exception) => Silo.OnMethodFailed(this, call, exception);

    public void OnTimerDisposed(IGrainTimer timer) => _life?.Remove(timer);

    private void OnEnded(Request request)
    {
        lock (_lock)
        {
            _running.End(request);
            if (request.Has(RequestTraits.KeepsAlive))
                _lastUsed = Silo.CollectionClock.GetTimestamp();
            if (_state == ActivationState.Valid)
                BeginWaiting();
            else if (_state == ActivationState.Deactivating && _running.Count == 0)
                RunTurn(DeactivateAsync);
        }
    }

    // Under the lock, as the order of turns is the order of beginning.
    private void Begin(Request request)
    {
        request.Target = this;
        _running.Begin(request);
        _turns.Enqueue(request);
    }

    private void BeginWaiting()
    {
        while (_waiting.First is { } first && _running.Allow(first))
            Begin(_waiting.TakeFirst()!);
        if (_running.IsReadOnly)
            BeginWaitingReaders();
    }

    private void BeginWaitingReaders()
    {
        for (var left = _waiting.Count; left > 0; left--)
        {
            var request = _waiting.TakeFirst()!;
            if (_running.Allow(request))
                Begin(request);
            else
                _waiting.Add(request);
        }
    }

    private async Task ActivateAsync()
    {
        var failure = await Life.StartAsync();
        lock (_lock)
        {
            if (_state == ActivationState.Activating)
            {
                if (failure is null)
                {
                    _state = ActivationState.Valid;
                    BeginWaiting();
                    return;
                }

                _state = ActivationState.Deactivating;
            }
            else
            {
                // Asked to end before it had begun: those who wait are better served by another activation.
                failure = null;
            }
        }

        await EndAsync(failure);
    }

    private async Task DeactivateAsync()
    {
        await Life.OnDeactivateAsync(_deactivation!.Reason, _deactivation.Cancellation);
        await EndAsync(rejection: null);
    }

    private async Task EndAsync(Exception? rejection)
    {
        await Life.EndAsync();

        // From here on a call to this grain makes another activation; before, it waited for this one to end.
        _home.Remove(this);
        WaitingLine left;
        Deactivation? deactivation;
        lock (_lock)
        {
            _state = ActivationState.Invalid;
            _life = null;
            (left, _waiting) = (_waiting, default);
            deactivation = _deactivation;
        }

        while (left.TakeFirst() is { } request)
        {
            if (request.Has(RequestTraits.BoundToActivation))
                continue;
            if (rejection is null)
                request.Reroute();
            else
                request.Reject(rejection);
        }

        deactivation?.End();
    }
}
