using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;

namespace SocialLeads.Faults.Outages;

/// <summary>
/// Takes the store away under a running server and gives it back. Meanwhile clients are told UNAVAILABLE and when to come
/// again; afterwards the same process goes on, and everything counted exactly once, also for the process that follows it.
/// </summary>
internal sealed class OutageRun(ulong seed, TextWriter progress)
{
    private const int Clients = 4;
    private const int Outages = 3;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <param name="launch">How to start the server.</param>
    /// <param name="breakStore">Takes the store away.</param>
    /// <param name="mendStore">Gives it back.</param>
    /// <exception cref="FaultException">The server did what it must not do.</exception>
    public async Task RunAsync(ServerLaunch launch, Func<ServerProcess, Task> breakStore, Func<ServerProcess, Task> mendStore)
    {
        var random = Chance.At(seed);
        var traffic = new SteadyTraffic(seed, Clients);
        await using (var server = await ServerProcess.StartAsync(launch))
        {
            for (var outage = 1; outage <= Outages; outage++)
            {
                traffic.Start(server);
                await traffic.UntilAsync(traffic.Ledger.Acknowledgements.FurtherAsync(random.Next(20, 60), _patience, "requests acknowledged before the outage"));
                await breakStore(server);
                await traffic.UntilAsync(traffic.Refusals.Unavailable.FurtherAsync(2 * Clients, _patience, "refusals with UNAVAILABLE while the store was gone"));
                await mendStore(server);
                await traffic.UntilAsync(traffic.Ledger.Acknowledgements.FurtherAsync(40, _patience, "requests acknowledged after the store was back"));
                await traffic.StopAsync();
                await traffic.SettleAsync(server);
                var members = await traffic.CompareAsync(server);
                await progress.WriteLineAsync(
                    $"outage {outage}/{Outages}: {traffic.Refusals.Unavailable.Count} requests were refused so far, {members} members agree");
            }

            await server.KillAsync();
        }

        await using var next = await ServerProcess.StartAsync(launch);
        await progress.WriteLineAsync(
            $"{await traffic.CompareAsync(next)} members agree after a restart; {traffic.Ledger.Acknowledged} activities were acknowledged.");
    }
}
