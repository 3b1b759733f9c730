using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>A server that is fed, and the processor time it takes for it, which other programs on the machine disturb least.</summary>
internal sealed class MeteredServer : IAsyncDisposable
{
    private readonly ServerProcess _server;
    private readonly Contestant _contestant;
    private readonly int _batchSize;
    private readonly List<double> _microseconds = [];

    private MeteredServer(ServerProcess server, LoadKind kind, int batchSize)
    {
        (_server, _batchSize) = (server, batchSize);
        _contestant = new Contestant(kind, server.Address, server);
    }

    /// <summary>Microseconds of processor time for an activity, warm-up not counted.</summary>
    public Sample ProcessorTime => Sample.Of(_microseconds);

    public static async Task<MeteredServer> StartAsync(Lab lab, LoadKind kind, int batchSize, CancellationToken cancellationToken) =>
        new(await ServerProcess.StartAsync(lab.NewFolder(), "", cancellationToken, Saving.ByActivities), kind, batchSize);

    public static async Task<MeteredServer> StartFloorAsync(Lab lab, LoadKind kind, int batchSize, CancellationToken cancellationToken) =>
        new(await ServerProcess.StartFloorAsync(lab.NewFolder(), cancellationToken), kind, batchSize);

    /// <summary>One run; returns activities a second.</summary>
    public async Task<double> FeedAsync(Lab lab, int run, CancellationToken cancellationToken)
    {
        var before = _server.ProcessorTime;
        var rate = await _contestant.FeedAsync(lab.PlanOf(lab.Scale.Members), lab.Scale.SustainedActivities, cancellationToken, _batchSize);
        if (run > 0) _microseconds.Add((_server.ProcessorTime - before).TotalMicroseconds / lab.Scale.SustainedActivities);
        return rate;
    }

    public ValueTask DisposeAsync() => _contestant.DisposeAsync();
}
