using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>A server of the three services on a real socket, which answers as a test tells it.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app, FakeActivities activities, FakeLeads leads, FakeModels models)
    {
        _app = app;
        Activities = activities;
        Leads = leads;
        Models = models;
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Url { get; }

    public FakeActivities Activities { get; }

    public FakeLeads Leads { get; }

    public FakeModels Models { get; }

    public static async Task<FakeServer> StartAsync()
    {
        var activities = new FakeActivities();
        var leads = new FakeLeads();
        var models = new FakeModels();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(activities).AddSingleton(leads).AddSingleton(models);
        var app = builder.Build();
        app.MapGrpcService<FakeActivities>();
        app.MapGrpcService<FakeLeads>();
        app.MapGrpcService<FakeModels>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakeServer(app, activities, leads, models);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
