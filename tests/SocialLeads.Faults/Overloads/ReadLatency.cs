using System.Globalization;
using Grpc.Core;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Faults.Overloads;

/// <summary>How long reads took, one after the other.</summary>
internal sealed class ReadLatency(List<TimeSpan> ordered)
{
    public TimeSpan Slowest => ordered[^1];

    /// <summary>Asks for scores of members until it is enough; at least one.</summary>
    /// <exception cref="FaultException">A read failed.</exception>
    public static async Task<ReadLatency> MeasureAsync(ServerProcess server, Random random, CancellationToken enough)
    {
        var taken = new List<TimeSpan>();
        var time = TimeProvider.System;
        do
        {
            var started = time.GetTimestamp();
            try
            {
                await server.Leads.GetScoreAsync(
                    new GetScoreRequest { Member = ActivityMaker.AnyMember(random), AsOf = "2025-06-30" }, cancellationToken: server.Ended);
            }
            catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
            {
                // A member of whom nothing was recorded yet: an answer like any other.
            }
            catch (RpcException failure)
            {
                throw new FaultException($"A read failed with {failure.Status}.");
            }

            taken.Add(time.GetElapsedTime(started));
        }
        while (!enough.IsCancellationRequested);

        taken.Sort();
        return new ReadLatency(taken);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ordered.Count} reads: median {ordered[ordered.Count / 2].TotalMilliseconds:0.0} ms, 99 % within {ordered[ordered.Count * 99 / 100].TotalMilliseconds:0} ms, slowest {Slowest.TotalMilliseconds:0} ms");
}
