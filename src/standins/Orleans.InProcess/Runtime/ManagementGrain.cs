using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.InProcess.Runtime;

namespace Orleans.Runtime;

/// <summary>Looks after the silo. Its key is 0.</summary>
public interface IManagementGrain : IGrainWithIntegerKey
{
    /// <summary>Deactivates every activation that has been idle for that long, and waits for it.</summary>
    Task ForceActivationCollection(TimeSpan ageLimit);

    Task<int> GetTotalActivationCount();
}

[Reentrant]
internal sealed class ManagementGrain : Grain, IManagementGrain
{
    private Silo Silo => ServiceProvider.GetRequiredService<Silo>();

    public Task ForceActivationCollection(TimeSpan ageLimit) =>
        Task.WhenAll(Silo.Activations.Select(activation => activation.CollectIfIdle(ageLimit)).OfType<Task>());

    public Task<int> GetTotalActivationCount() => Task.FromResult(Silo.Activations.Count());
}
