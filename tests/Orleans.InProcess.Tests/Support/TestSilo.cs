using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialLeads.TestSupport;

namespace Orleans.InProcess.Tests.Support;

/// <summary>A host with a silo of its own, which tests may run side by side.</summary>
public sealed class TestSilo : IAsyncDisposable
{
    private TestSilo(IHost host) => Host = host;

    public IHost Host { get; }

    public IClusterClient Client => Host.Services.GetRequiredService<IClusterClient>();

    public Probe Probe => Host.Services.GetRequiredService<Probe>();

    public static async Task<TestSilo> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var host = Build(configure);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestSilo(host);
    }

    public static IHost Build(Action<ISiloBuilder>? configure = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Probe>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort.Take(), gatewayPort: FreePort.Take());
            configure?.Invoke(silo);
        });
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        Host.Dispose();
    }
}
