using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;
using SocialLeads.TestSupport;

namespace SocialLeads.Faults.Failovers;

/// <summary>Two nodes of one cluster. A node that is started again has the ports it had.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly ServerLaunch[] _launches;
    private readonly ServerProcess?[] _nodes = new ServerProcess?[2];

    private TwoNodes(ServerLaunch[] launches) => _launches = launches;

    /// <exception cref="FaultException">A node did not start.</exception>
    public static async Task<TwoNodes> StartAsync(Place place)
    {
        var nodes = new TwoNodes([Launch(place, 0), Launch(place, 1)]);
        try
        {
            await nodes.StartAsync(0);
            await nodes.StartAsync(1);
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    public ServerProcess this[int node] => Volatile.Read(ref _nodes[node])!;

    /// <summary>A node as long as it lives, and then the other one.</summary>
    public ServerProcess Living(int preferred) => this[preferred].IsEnding ? this[1 - preferred] : this[preferred];

    /// <summary>Starts a node in the place of the one that was killed.</summary>
    public async Task StartAsync(int node)
    {
        var killed = Interlocked.Exchange(ref _nodes[node], await ServerProcess.StartAsync(_launches[node]));
        if (killed is not null) await killed.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            if (node is not null) await node.DisposeAsync();
        }
    }

    private static ServerLaunch Launch(Place place, int node)
    {
        var launch = place.Launch(
            new("SOCIALLEADS_CLUSTER", "faults"),
            new("SOCIALLEADS_SILOPORT", $"{FreePort.Take()}"),
            new("SOCIALLEADS_GATEWAYPORT", $"{FreePort.Take()}"),
            // Small, so that checkpoints are under way when a node is killed and the other one begins behind them.
            new("SOCIALLEADS_PARTITION__CHECKPOINTAFTERACTIVITIES", "500"));
        return launch with { LogFile = Path.Combine(place.Folder, $"node-{node + 1}.log") };
    }
}
