namespace SocialLeads.Bench.Loads;

/// <summary>Spreads a load evenly over time, so many activities or calls a second. Safe for many threads.</summary>
/// <param name="perSecond">How many; 0 for as many as go.</param>
/// <param name="latencies">Knows how long the load has been running.</param>
internal sealed class Pace(int perSecond, Latencies latencies)
{
    private long _begun;

    /// <summary>Completes when so many more are due. Who is late is not held up, and catches up.</summary>
    public Task DueAsync(int more, CancellationToken cancellationToken)
    {
        if (perSecond == 0) return Task.CompletedTask;
        var before = Interlocked.Add(ref _begun, more) - more;
        var wait = TimeSpan.FromSeconds(before / (double)perSecond - latencies.Elapsed);
        return wait > TimeSpan.Zero ? Task.Delay(wait, cancellationToken) : Task.CompletedTask;
    }
}
