using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Grpc.Kestrel.Tests;

/// <summary>A server on a free port of the loopback address, and a client for it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        Channel = CreateChannel();
        Client = new TestService.TestServiceClient(Channel);
    }

    public ServerEvents Events => _app.Services.GetRequiredService<ServerEvents>();

    public string Address => _app.Urls.Single();

    public IServiceProvider Services => _app.Services;

    public GrpcChannel Channel { get; }

    public TestService.TestServiceClient Client { get; }

    /// <summary>Starts a server with <see cref="HandledService"/>, or without handlers <see cref="InteropService"/>.</summary>
    public static async Task<TestServer> StartAsync(
        Handlers? handlers = null,
        Action<GrpcServiceOptions>? options = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options ?? (_ => { }));
        builder.Services.AddSingleton<ServerEvents>();
        if (handlers is not null)
            builder.Services.AddSingleton(handlers);

        services?.Invoke(builder.Services);
        var app = builder.Build();
        if (handlers is null)
            app.MapGrpcService<InteropService>();
        else
            app.MapGrpcService<HandledService>();

        map?.Invoke(app);
        await app.StartAsync();
        return new TestServer(app);
    }

    public GrpcChannel CreateChannel(Action<GrpcChannelOptions>? configure = null)
    {
        var options = new GrpcChannelOptions();
        configure?.Invoke(options);
        return GrpcChannel.ForAddress(Address, options);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}
