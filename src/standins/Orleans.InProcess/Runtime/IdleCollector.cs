using Orleans.Configuration;

namespace Orleans.InProcess.Runtime;

/// <summary>Deactivates activations that have been idle for long enough.</summary>
internal sealed class IdleCollector(Silo silo, GrainCollectionOptions options)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.CollectionQuantum, silo.CollectionClock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                Collect();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo stops, and deactivates what is left itself.
        }
    }

    private void Collect()
    {
        foreach (var activation in silo.Activations)
        {
            var age = activation.Class.CollectionAge;
            if (age != Timeout.InfiniteTimeSpan)
                activation.CollectIfIdle(age);
        }
    }
}
