using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Answers with the application's health checks: run anew when asked, published now and then to watchers.</summary>
internal sealed class HealthService(
    HealthServiceImpl published,
    IOptions<GrpcHealthChecksOptions> options,
    HealthCheckService checks,
    IHostApplicationLifetime lifetime) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = await FindAsync(request.Service, context.CancellationToken)
            ?? throw new RpcException(new Status(StatusCode.NotFound, ""));
        return new HealthCheckResponse { Status = status };
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        // A watcher that never leaves must not keep the server from stopping.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopping);
        var first = await FindAsync(request.Service, context.CancellationToken) ?? ServingStatus.ServiceUnknown;
        await published.WatchAsync(request.Service, first, responseStream, ending.Token);
        if (!context.CancellationToken.IsCancellationRequested)
            await responseStream.WriteAsync(new HealthCheckResponse { Status = ServingStatus.NotServing });
    }

    private async Task<ServingStatus?> FindAsync(string service, CancellationToken cancellationToken)
    {
        if (!options.Value.Services.TryGetValue(service, out var mapping))
            return null;

        var report = await checks.CheckHealthAsync(
            check => mapping.HealthCheckPredicate(new HealthCheckMapContext(check.Name, check.Tags)), cancellationToken);
        return HealthStatuses.Combine(mapping, report);
    }
}

/// <summary>Passes the periodic results of the health checks on to those who watch.</summary>
internal sealed class HealthPublisher(HealthServiceImpl published, IOptions<GrpcHealthChecksOptions> options)
    : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var mapping in options.Value.Services)
            published.SetStatus(mapping.Name, HealthStatuses.Combine(mapping, report));

        return Task.CompletedTask;
    }
}
