namespace SocialLeads.Bench.Loads;

/// <summary>A load that was made ready, so that making it does not count, and is then sent once.</summary>
internal interface ILoad : IAsyncDisposable
{
    /// <summary>Connects and makes everything that will be sent.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Sends everything and returns how much was acknowledged, when all of it was.</summary>
    /// <param name="latencies">Takes the time of every request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<long> RunAsync(Latencies latencies, CancellationToken cancellationToken);

    /// <summary>Bytes of the answers together; 0 where they are not counted.</summary>
    long AnsweredBytes => 0;
}
