using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialLeads.Grains;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Packs;
using SocialLeads.Server.Activities;
using SocialLeads.Server.Clusters;
using SocialLeads.Server.Leads;
using SocialLeads.Server.Models;
using SocialLeads.Server.Outcomes;
using SocialLeads.Server.Requests;
using SocialLeads.Storage;

namespace SocialLeads.Server.Hosting;

/// <summary>A running server: the store, the silo and the listeners. Disposing it drains, saves and closes.</summary>
public sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IStore _store;

    private ServerHost(WebApplication app, IStore store)
    {
        _app = app;
        _store = store;
    }

    /// <summary>Where gRPC listens, such as <c>http://127.0.0.1:5080</c>.</summary>
    public Uri GrpcAddress => AddressAt(0);

    /// <summary>Where HTTP/1.1 listens.</summary>
    public Uri HttpAddress => AddressAt(1);

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a server. It serves when the task completes.</summary>
    /// <param name="builder">Configured with the sources of <see cref="ServerOptions"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OptionsValidationException">An option is out of range; every violation is named.</exception>
    /// <exception cref="InvalidDataException">A model that ships with the server is not valid.</exception>
    public static async Task<ServerHost> StartAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var options = builder.Configuration.Get<ServerOptions>() ?? new ServerOptions();
        if (options.Violations().Concat(Cluster.Violations(options)).ToList() is { Count: > 0 } violations)
            throw new OptionsValidationException(nameof(ServerOptions), typeof(ServerOptions), violations);
        var models = new ModelCatalog(ModelPacks.Load(), options.PackIds);
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var store = await StoreOpening.OpenAsync(options, logging, cancellationToken);
        try
        {
            if (options.Cluster.Length > 0) await Cluster.PrepareAsync(options, cancellationToken);
            var app = Build(builder, options, store, models);
            await app.Services.GetRequiredService<Tenants>().LoadAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            return new ServerHost(app, store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the server was told to stop and has stopped.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
        finally
        {
            await _store.DisposeAsync();
        }
    }

    private static WebApplication Build(WebApplicationBuilder builder, ServerOptions options, IStore store, ModelCatalog models)
    {
        var services = builder.Services;
        services.AddSingleton(Options.Create(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSocialLeadsGrains(store, models);
        services.Configure<PartitionOptions>(builder.Configuration.GetSection("Partition"));
        services.Configure<ModelOptions>(builder.Configuration.GetSection("Models"));
        services.AddSingleton<ConnectionDrain>();
        services.AddSingleton<ServerTime>();
        services.AddSingleton<Tenants>();
        services.AddSingleton<ModelRequest>();
        services.AddSingleton<BoardRequest>();
        services.AddSingleton<ModelViews>();
        services.AddSingleton<ModelLists>();
        services.AddSingleton<ModelChanges>();
        services.AddSingleton<ModelTrials>();
        services.AddSingleton<ModelLearning>();
        services.AddSingleton<LeadLists>();
        services.AddSingleton<CompanyReads>();
        services.AddSingleton<BatchRecording>();
        services.AddSingleton<OutcomeRecording>();
        services.AddSingleton<OutcomeLists>();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MaxMessageBytes;
            grpc.CompressionProviders.Add(new BoundedGzip(options.MaxMessageBytes));
            grpc.Interceptors.Add<PassingFailures>();
        });
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks().AddCheck<StoreHealth>("store");
        builder.UseOrleans(silo =>
        {
            if (options.Cluster.Length == 0) silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort);
            else Cluster.Join(silo, options);
        });
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));

        var app = builder.Build();
        app.MapGrpcService<ActivityGrpcService>();
        app.MapGrpcService<LeadGrpcService>();
        app.MapGrpcService<ModelGrpcService>();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        app.MapHealthChecks("/healthz");
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        var drain = kestrel.ApplicationServices.GetRequiredService<ConnectionDrain>();
        kestrel.Listen(options.GrpcEndpoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(drain.Wrap);
        });
        kestrel.Listen(options.HttpEndpoint, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private Uri AddressAt(int index) =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(index));
}
