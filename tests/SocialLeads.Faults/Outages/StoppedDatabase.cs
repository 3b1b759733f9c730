using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Outages;

/// <summary>PostgreSQL crashes under the server, and comes back.</summary>
internal static class StoppedDatabase
{
    /// <exception cref="FaultException">The server did what it must not do.</exception>
    public static Task RunAsync(ulong seed, Place place, TextWriter progress)
    {
        var postgres = place.Postgres ?? throw new ArgumentException("The store is not in PostgreSQL.", nameof(place));
        return new OutageRun(seed, progress).RunAsync(
            place.Launch(), _ => postgres.StopImmediatelyAsync(), _ => postgres.StartAgainAsync());
    }
}
