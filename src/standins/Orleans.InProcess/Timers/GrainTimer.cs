using Orleans.InProcess.Runtime;
using Orleans.Runtime;

namespace Orleans.InProcess.Timers;

/// <summary>
/// A timer whose ticks are requests of the activation. The next tick is set when one has ended, so that ticks never pile up.
/// </summary>
internal sealed class GrainTimer<TState> : IGrainTimer
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly Activation _activation;
    private readonly Func<TState, CancellationToken, Task> _callback;
    private readonly TState _state;
    private readonly TimerTick _tick;
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _isTicking;
    private bool _isChanged;

    public GrainTimer(
        Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _state = state;
        _tick = new TimerTick(OnTickAsync, OnTickFailed, options.Interleave, options.KeepAlive);

        // Without this the timer's thread would carry the async locals of the call that made it.
        using (ExecutionContext.SuppressFlow())
        {
            _timer = activation.Silo.GrainClock.CreateTimer(
                static self => ((GrainTimer<TState>)self!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        activation.Life.Add(this);
        Change(options.DueTime, options.Period);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        CheckRange(dueTime, nameof(dueTime));
        CheckRange(period, nameof(period));
        lock (_lock)
        {
            _dueTime = dueTime;
            _period = period;
            _isChanged = true;
            if (!_isTicking)
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _disposed.Cancel();
        _activation.OnTimerDisposed(this);
    }

    private static void CheckRange(TimeSpan time, string name)
    {
        const long MaxMilliseconds = 0xfffffffe;
        var milliseconds = (long)time.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, MaxMilliseconds, name);
    }

    // On the clock's thread.
    private void OnDue()
    {
        lock (_lock)
        {
            if (_isTicking)
                return;
            _isTicking = true;
        }

        _activation.TryReceive(_tick);
    }

    private async Task OnTickAsync()
    {
        lock (_lock)
            _isChanged = false;
        try
        {
            if (!_disposed.IsCancellationRequested)
                await _callback(_state, _disposed.Token);
        }
        finally
        {
            lock (_lock)
            {
                _isTicking = false;
                if (!_disposed.IsCancellationRequested)
                    _timer.Change(_isChanged ? _dueTime : _period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void OnTickFailed(Exception exception) => _activation.Silo.Log.TimerFailed(exception, _activation.GrainId);
}
