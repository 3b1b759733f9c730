using SocialLeads.Server.Hosting;

namespace SocialLeads.Server.Clusters;

/// <summary>The stand-in for Orleans is one process: there is no cluster to join.</summary>
internal static class Cluster
{
    /// <summary>Everything in the options that this build cannot follow, one sentence for each.</summary>
    public static IEnumerable<string> Violations(ServerOptions options)
    {
        if (options.Cluster.Length > 0)
        {
            yield return $"cluster is '{options.Cluster}', but this build can only be a single node; "
                + "build it with UpstreamPackages=true, which brings Orleans itself.";
        }
    }

    /// <exception cref="NotSupportedException">Always; <see cref="Violations"/> said so.</exception>
    public static Task PrepareAsync(ServerOptions options, CancellationToken cancellationToken) => throw Impossible();

    /// <exception cref="NotSupportedException">Always; <see cref="Violations"/> said so.</exception>
    public static void Join(ISiloBuilder silo, ServerOptions options) => throw Impossible();

    private static NotSupportedException Impossible() => new("This build can only be a single node.");
}
