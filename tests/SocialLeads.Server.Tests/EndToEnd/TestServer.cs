using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialLeads.Server.Hosting;
using SocialLeads.TestSupport;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>A server with a store of its own, on real sockets of the loopback address.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly ServerHost _host;
    private readonly string? _ownFolder;

    private TestServer(ServerHost host, string data, string? ownFolder)
    {
        _host = host;
        Data = data;
        _ownFolder = ownFolder;
        Channel = GrpcChannel.ForAddress(host.GrpcAddress);
    }

    public string Data { get; }

    public Uri GrpcAddress => _host.GrpcAddress;

    public Uri HttpAddress => _host.HttpAddress;

    public IServiceProvider Services => _host.Services;

    public GrpcChannel Channel { get; }

    public ActivityService.ActivityServiceClient Activities => new(Channel);

    public LeadService.LeadServiceClient Leads => new(Channel);

    public ModelService.ModelServiceClient Models => new(Channel);

    /// <param name="data">The folder of the store; a new one that goes with the server when null.</param>
    /// <param name="configure">Adds to the services, a clock for example.</param>
    /// <param name="settings">Further settings of the server.</param>
    public static async Task<TestServer> StartAsync(
        string? data = null, Action<IServiceCollection>? configure = null, params KeyValuePair<string, string?>[] settings)
    {
        var own = data is null ? Directory.CreateTempSubdirectory("socialleads-test-").FullName : null;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Data", data ?? own), new("Grpc", "0"), new("Http", "0"), new("Logging:LogLevel:Default", "None"),
            new("SiloPort", $"{FreePort.Take()}"), new("GatewayPort", $"{FreePort.Take()}"), .. settings,
        ]);
        configure?.Invoke(builder.Services);
        return new TestServer(await ServerHost.StartAsync(builder, TestContext.Current.CancellationToken), data ?? own!, own);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _host.DisposeAsync();
        if (_ownFolder is not null) Directory.Delete(_ownFolder, recursive: true);
    }
}
