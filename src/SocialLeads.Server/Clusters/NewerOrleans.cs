using System.Globalization;
using Orleans.Configuration;

namespace SocialLeads.Server.Clusters;

/// <summary>
/// Options that Orleans has from 10.4 on. They are set by name, as configuration is bound: an earlier version, which has no property of
/// the name, passes over it.
/// </summary>
internal static class NewerOrleans
{
    /// <param name="services">Of the silo.</param>
    /// <param name="probeTimeout">How long every probe may take.</param>
    public static void Configure(IServiceCollection services, TimeSpan probeTimeout)
    {
        // Else probes shrink to half of it, and a node is declared dead before its lease has run out; or they grow to four times of it, and
        // nobody is suspected within as many of those as may be missed after anything came from it.
        Set<ClusterMembershipOptions>(services, "MinProbeTimeout", probeTimeout);
        Set<ClusterMembershipOptions>(services, "MaxProbeTimeout", probeTimeout);

        // Else the grains of a node that was declared dead stay away for half a minute, so that it may learn of it. Here it answers nothing
        // as soon as its own lease has run out, and the store refuses what it writes.
        Set<GrainDirectoryOptions>(services, "RangeLeaseDuration", TimeSpan.Zero);
    }

    private static void Set<TOptions>(IServiceCollection services, string name, TimeSpan value)
        where TOptions : class => services.Configure<TOptions>(
            new ConfigurationBuilder().AddInMemoryCollection([new(name, value.ToString(null, CultureInfo.InvariantCulture))]).Build());
}
