using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.InProcess.Hosting;

namespace Orleans.Hosting;

public static class CoreHostingExtensions
{
    /// <summary>
    /// Says that the silo stands alone. In one process there is nobody to connect to: no port is opened, and the
    /// parameters are upstream's and have no effect.
    /// </summary>
    public static ISiloBuilder UseLocalhostClustering(
        this ISiloBuilder builder,
        int siloPort = 11111,
        int gatewayPort = 30000,
        IPEndPoint? primarySiloEndpoint = null,
        string serviceId = "dev",
        string clusterId = "dev")
    {
        builder.Services.TryAddSingleton<ClusteringChoice>();
        return builder;
    }
}
