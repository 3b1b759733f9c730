using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Grains.Partitions;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Bench.Floor;

/// <summary>
/// The least that a server of this contract must do: decode, check, write to the same store by the same group commit,
/// acknowledge. No duplicates are told, nothing is folded or scored, no grain is called. It is stricter than the product without
/// scoring would be.
/// </summary>
internal static class FloorHost
{
    public static async Task RunAsync(string data, TextWriter output, CancellationToken cancellationToken)
    {
        await using var store = await SqliteStore.OpenAsync(
            new SqliteStoreOptions { DataDirectory = data }, NullLogger.Instance, cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(new PartitionRouter(store.PartitionCount));
        builder.Services.AddSingleton(await FloorLog.OpenAsync(store, cancellationToken));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<FloorActivityService>();
        app.MapGrpcService<FloorNothingService>();
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await output.WriteLineAsync($"The floor serves gRPC at {address}");
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
