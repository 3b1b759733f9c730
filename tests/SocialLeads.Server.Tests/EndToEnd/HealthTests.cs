using Grpc.Core;
using Grpc.Health.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>What those who run the server ask it.</summary>
public class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_serves_says_so_over_grpc_and_http()
    {
        await using var server = await TestServer.StartAsync();
        var health = new Health.HealthClient(server.Channel);
        using var http = new HttpClient { BaseAddress = server.HttpAddress };

        var grpc = await health.CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel);
        var text = await http.GetStringAsync(new Uri("/healthz", UriKind.Relative), Cancel);
        var unknown = await Assert.ThrowsAsync<RpcException>(
            () => health.CheckAsync(new HealthCheckRequest { Service = "no.such.Service" }, cancellationToken: Cancel).ResponseAsync);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, grpc.Status);
        Assert.Equal("Healthy", text);
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }
}
