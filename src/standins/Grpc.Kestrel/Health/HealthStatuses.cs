using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>One serving status of many health check results.</summary>
internal static class HealthStatuses
{
    /// <summary>NOT_SERVING if any check is unhealthy, UNKNOWN if there is none; degraded still serves.</summary>
    public static ServingStatus Combine(ServiceMapping mapping, HealthReport report)
    {
        var statuses = report.Entries
            .Where(entry => mapping.HealthCheckPredicate(new HealthCheckMapContext(entry.Key, entry.Value.Tags)))
            .Select(entry => entry.Value.Status)
            .ToHashSet();
        if (statuses.Count == 0)
            return ServingStatus.Unknown;

        return statuses.Contains(HealthStatus.Unhealthy) ? ServingStatus.NotServing : ServingStatus.Serving;
    }
}
