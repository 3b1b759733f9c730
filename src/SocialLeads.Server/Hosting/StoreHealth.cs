using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialLeads.Storage;

namespace SocialLeads.Server.Hosting;

/// <summary>The server is healthy when its store can be read.</summary>
internal sealed class StoreHealth(IStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ListTenantsAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException reason)
        {
            return HealthCheckResult.Unhealthy(reason.Message, reason);
        }
    }
}
