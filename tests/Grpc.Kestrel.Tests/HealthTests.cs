using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Kestrel.Tests.Payloads;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.Kestrel.Tests;

/// <summary>The health service answers with the application's health checks.</summary>
public sealed class HealthTests
{
    private HealthStatus _store = HealthStatus.Healthy;

    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Check_runs_the_health_checks(HealthStatus store, ServingStatus expected)
    {
        await using var server = await StartAsync();
        _store = store;

        var response = await new Health.V1.Health.HealthClient(server.Channel).CheckAsync(new HealthCheckRequest());

        Assert.Equal(expected, response.Status);
    }

    [Fact]
    public async Task A_service_can_have_health_checks_of_its_own()
    {
        await using var server = await StartAsync();
        var client = new Health.V1.Health.HealthClient(server.Channel);
        _store = HealthStatus.Unhealthy;

        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest { Service = "leads" })).Status);
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest { Service = "models" })).Status);
    }

    [Fact]
    public async Task An_unknown_service_is_not_found()
    {
        await using var server = await StartAsync();

        await AssertStatusAsync(
            StatusCode.NotFound,
            new Health.V1.Health.HealthClient(server.Channel).CheckAsync(new HealthCheckRequest { Service = "none" }));
    }

    [Fact]
    public async Task Watch_tells_every_change()
    {
        await using var server = await StartAsync();
        using var call = new Health.V1.Health.HealthClient(server.Channel).Watch(new HealthCheckRequest { Service = "leads" });
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        var published = server.Services.GetRequiredService<HealthServiceImpl>();
        published.SetStatus("leads", ServingStatus.NotServing);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
        published.SetStatus("leads", ServingStatus.NotServing);
        published.SetStatus("leads", ServingStatus.Serving);
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));
    }

    [Fact]
    public async Task Watch_of_an_unknown_service_waits_for_it()
    {
        await using var server = await StartAsync();
        using var call = new Health.V1.Health.HealthClient(server.Channel).Watch(new HealthCheckRequest { Service = "none" });

        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(call));
    }

    [Fact]
    public async Task Watch_ends_when_the_server_stops()
    {
        await using var server = await StartAsync();
        using var call = new Health.V1.Health.HealthClient(server.Channel).Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        var stopping = server.StopAsync(CancellationToken.None);

        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
        Assert.False(await call.ResponseStream.MoveNext());
        await stopping.WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        Assert.True(await call.ResponseStream.MoveNext().WaitAsync(TimeSpan.FromMinutes(2)));
        return call.ResponseStream.Current.Status;
    }

    private Task<TestServer> StartAsync() => TestServer.StartAsync(
        services: services => services
            .AddGrpcHealthChecks(options =>
            {
                options.Services.Map("leads", check => check.Name == "store");
                options.Services.Map("models", check => check.Tags.Contains("models"));
            })
            .AddCheck("store", () => new HealthCheckResult(_store))
            .AddCheck("files", () => HealthCheckResult.Healthy(), ["models"])
            .Services.Configure<HealthCheckPublisherOptions>(options => options.Delay = TimeSpan.FromHours(1)),
        map: app => app.MapGrpcHealthChecksService());
}
