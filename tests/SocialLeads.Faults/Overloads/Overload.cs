using System.Globalization;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;
using SocialLeads.Faults.Traffic;

namespace SocialLeads.Faults.Overloads;

/// <summary>
/// Many clients send as fast as they are let. The server's memory and the latency of reads stay within bounds, streams are held
/// back by flow control and calls are refused with RESOURCE_EXHAUSTED, and nothing that was acknowledged is lost.
/// </summary>
internal static class Overload
{
    private const int LargestBatch = 1_000;
    private const long MostResidentBytes = 1L << 30;

    // Far above what is seen on two cores that the senders share and others use too. A read that waits behind a queue
    // without a bound takes as long as the run.
    private static readonly TimeSpan _slowestRead = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _sampling = TimeSpan.FromMilliseconds(250);

    // The least that a partition may be told to hold, and few partitions, so that few clients are enough.
    private static readonly KeyValuePair<string, string>[] _littleRoom =
    [
        new("SOCIALLEADS_PARTITION__MAXPENDINGACTIVITIES", "10000"), new("SOCIALLEADS_PARTITIONS", "2"),
    ];

    /// <exception cref="FaultException">The server did what it must not do.</exception>
    public static async Task RunAsync(ulong seed, int clients, TimeSpan length, Place place, TextWriter progress)
    {
        var traffic = new SteadyTraffic(seed, clients, LargestBatch);
        await using (var server = await ServerProcess.StartAsync(place.Launch(_littleRoom)))
        {
            using var enough = new CancellationTokenSource();
            traffic.Start(server);
            var reads = ReadLatency.MeasureAsync(server, Chance.At(seed, -3), enough.Token);
            var resident = MostResidentAsync(server, enough.Token);
            await traffic.UntilAsync(Task.Delay(length));
            await enough.CancelAsync();
            await traffic.StopAsync();
            Report(traffic, await reads, await resident, progress);
            await traffic.SettleAsync(server);
            await progress.WriteLineAsync($"{await traffic.CompareAsync(server)} members agree.");
            await server.KillAsync();
        }

        await using var next = await ServerProcess.StartAsync(place.Launch());
        await progress.WriteLineAsync($"{await traffic.CompareAsync(next)} members agree after a restart.");
    }

    private static void Report(SteadyTraffic traffic, ReadLatency reads, long resident, TextWriter progress)
    {
        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{traffic.Ledger.Acknowledged} activities acknowledged, {traffic.Refusals.Exhausted.Count} requests refused with RESOURCE_EXHAUSTED. "
            + $"Resident memory at most {resident >> 20} MiB. {reads}."));
        if (resident > MostResidentBytes) throw new FaultException($"The server held {resident >> 20} MiB; {MostResidentBytes >> 20} are enough.");
        if (reads.Slowest > _slowestRead) throw new FaultException($"A read took {reads.Slowest}; {_slowestRead} are enough.");
    }

    private static async Task<long> MostResidentAsync(ServerProcess server, CancellationToken enough)
    {
        var most = 0L;
        using var timer = new PeriodicTimer(_sampling);
        while (!enough.IsCancellationRequested)
        {
            most = Math.Max(most, server.ResidentBytes);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return most;
    }
}
