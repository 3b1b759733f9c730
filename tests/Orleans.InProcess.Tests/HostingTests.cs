using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.InProcess.Tests.Support;
using SocialLeads.TestSupport;

namespace Orleans.InProcess.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task The_stop_of_the_host_deactivates_every_grain()
    {
        var silo = await TestSilo.StartAsync();
        for (var i = 0; i < 100; i++)
            await silo.Client.GetGrain<ILifecycleGrain>($"grain {i}").Count();
        await silo.Host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(100, silo.Probe.Noted.Count(note => note == "deactivating: ShuttingDown"));
        Assert.Equal(100, silo.Probe.Noted.Count(note => note == "deactivated"));
        silo.Host.Dispose();
    }

    [Fact]
    public async Task A_call_after_the_stop_fails_as_unavailable()
    {
        var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ILifecycleGrain>("a");
        await grain.Count();
        await silo.Host.StopAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SiloUnavailableException>(grain.Count);
        silo.Host.Dispose();
    }

    [Fact]
    public async Task The_stop_fails_calls_that_never_end()
    {
        var silo = await TestSilo.StartAsync();
        var call = silo.Client.GetGrain<ILifecycleGrain>("a").Pass("never");
        await silo.Probe.Happened("never begins");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Record.ExceptionAsync(() => silo.Host.StopAsync(patience.Token));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => call);
        silo.Probe.Open("never");
        silo.Host.Dispose();
    }

    [Fact]
    public async Task Services_registered_later_start_after_the_silo_and_stop_before_it()
    {
        using var host = TestSilo.Build(silo => silo.Services.AddHostedService<Caller>());
        var probe = host.Services.GetRequiredService<Probe>();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["activated", "caller stops", "deactivating: ShuttingDown", "deactivated"], probe.Noted);
    }

    [Fact]
    public async Task A_host_builder_takes_a_silo_too()
    {
        using var host = Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureServices(services => services.AddSingleton<Probe>())
            .UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Take(), FreePort.Take()))
            .Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await host.Services.GetRequiredService<IGrainFactory>().GetGrain<ILifecycleGrain>("a").Count());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_silo_that_is_not_told_how_to_cluster_does_not_start()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(_ => { });
        using var host = builder.Build();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_collection_age_within_the_quantum_is_refused_at_start()
    {
        using var host = TestSilo.Build(silo => silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionQuantum = TimeSpan.FromMinutes(3);
            options.CollectionAge = TimeSpan.FromMinutes(2);
        }));
        var refusal = await Assert.ThrowsAsync<OrleansConfigurationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("00:03:00", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("00:02:00", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Caller(IGrainFactory grains, Probe probe) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => grains.GetGrain<ILifecycleGrain>("a").Count();

        public Task StopAsync(CancellationToken cancellationToken)
        {
            probe.Note("caller stops");
            return Task.CompletedTask;
        }
    }
}
