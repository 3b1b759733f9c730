using System.Diagnostics.CodeAnalysis;
using Orleans.InProcess.Runtime;
using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// The base of grain classes. The runtime makes the object; its code runs one turn at a time, so that it needs no locks.
/// </summary>
/// <remarks>
/// A grain that awaits a call to itself, directly or round a cycle, waits for the call's own end and gets a
/// <see cref="TimeoutException"/>, unless the class or the method interleaves.
/// </remarks>
public abstract class Grain : IGrainBase, IAddressable
{
    protected Grain() => GrainContext = TurnScheduler.CurrentActivation;

    /// <summary>Null when the object was made by other code than the runtime.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; }

    protected IGrainFactory GrainFactory => Activation.Silo.GrainFactory;

    /// <summary>A service scope as long as the activation.</summary>
    protected internal IServiceProvider ServiceProvider => Activation.ActivationServices;

    internal Activation Activation => GrainContext as Activation
        ?? throw new InvalidOperationException("Grain was created outside of the Orleans creation process and no runtime was specified.");

    /// <inheritdoc cref="IGrainBase.OnActivateAsync"/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync"/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deactivates when the calls that run are done. The next call gets a new activation.</summary>
    protected void DeactivateOnIdle() => ((IGrainBase)this).DeactivateOnIdle();

    /// <summary>Spares the activation from being collected when idle.</summary>
    /// <param name="timeSpan">From now; zero or less takes the delay back; <see cref="Timeout.InfiniteTimeSpan"/> is for ever.</param>
    protected void DelayDeactivation(TimeSpan timeSpan) => Activation.DelayDeactivation(timeSpan);
}
