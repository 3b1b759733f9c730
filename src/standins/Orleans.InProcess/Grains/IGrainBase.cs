using Orleans.Runtime;

namespace Orleans;

/// <summary>What the runtime asks of a grain object. <see cref="Grain"/> has it.</summary>
public interface IGrainBase
{
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first call. If it fails, the calls that wait fail with its exception, and the next call tries anew.</summary>
    Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call. A failure is logged and changes nothing.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
