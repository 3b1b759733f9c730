using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Persistence;
using Orleans.Runtime;

namespace Orleans.InProcess.Runtime;

/// <summary>What an activation has while it lives: the grain object, its services, its states, its timers. Used in turns only.</summary>
[SuppressMessage("Design", "CA1001", Justification = "StartAsync, which makes the source, also lets it go.")]
internal sealed class ActivationLife(Activation activation)
{
    private CancellationTokenSource? _activating;
    private AsyncServiceScope? _scope;
    private List<IStoredState>? _states;
    private HashSet<IGrainTimer>? _timers;

    public object? Instance { get; private set; }

    /// <summary>A scope, made when it is asked for.</summary>
    public IServiceProvider Services => (_scope ??= activation.Silo.Services.CreateAsyncScope()).ServiceProvider;

    public void Add(IStoredState state) => (_states ??= []).Add(state);

    public void Add(IGrainTimer timer) => (_timers ??= []).Add(timer);

    public void Remove(IGrainTimer timer) => _timers?.Remove(timer);

    /// <summary>Makes the grain, reads its states, runs OnActivateAsync.</summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<Exception?> StartAsync()
    {
        _activating = new CancellationTokenSource(activation.Class.ActivationTimeout);
        var cancellation = _activating.Token;
        try
        {
            Instance = activation.Class.CreateInstance(activation);
            foreach (var state in _states ?? [])
                await state.ReadStateAsync();
            if (Instance is IGrainBase grain)
                await grain.OnActivateAsync(cancellation).WaitAsync(cancellation);
            return null;
        }
        catch (Exception exception)
        {
            activation.Silo.Log.ActivationFailed(exception, activation.GrainId);
            return exception;
        }
        finally
        {
            Interlocked.Exchange(ref _activating, null)?.Dispose();
        }
    }

    /// <summary>From any thread. Who takes the source owns it, so that it is not cancelled once it is disposed.</summary>
    public void CancelActivation() => Interlocked.Exchange(ref _activating, null)?.Cancel();

    public async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellation)
    {
        StopTimers();
        try
        {
            if (Instance is IGrainBase grain)
                await grain.OnDeactivateAsync(reason, cancellation).WaitAsync(cancellation);
        }
        catch (Exception exception)
        {
            // The activation ends all the same: there is nobody to tell but the log.
            activation.Silo.Log.DeactivationFailed(exception, activation.GrainId);
        }
    }

    /// <summary>Lets go of the grain, its services and its timers.</summary>
    public async Task EndAsync()
    {
        StopTimers();
        try
        {
            if (Instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else if (Instance is IDisposable synchronous)
                synchronous.Dispose();
            if (_scope is { } scope)
                await scope.DisposeAsync();
        }
        catch (Exception exception)
        {
            activation.Silo.Log.DisposalFailed(exception, activation.GrainId);
        }

        Instance = null;
    }

    private void StopTimers()
    {
        foreach (var timer in _timers?.ToArray() ?? [])
            timer.Dispose();
    }
}
