using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Ranking;
using SocialLeads.Grains.Recording;
using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Packs;
using SocialLeads.Storage;
using SocialLeads.Storage.Sqlite;
using SocialLeads.TestSupport;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>A silo with the grains, over an embedded store that a test can make wait and fail.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private bool _stopped;

    private TestSilo(IHost host, FaultyStore store)
    {
        _host = host;
        Store = store;
    }

    public FaultyStore Store { get; }

    public TenantRecorder Recorder => _host.Services.GetRequiredService<TenantRecorder>();

    public TenantRanking Ranking => _host.Services.GetRequiredService<TenantRanking>();

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public ModelDirectory Directory => _host.Services.GetRequiredService<ModelDirectory>();

    public CompanyTables Companies => _host.Services.GetRequiredService<CompanyTables>();

    public TrialRunner Trials => _host.Services.GetRequiredService<TrialRunner>();

    public ModelCatalog Models => _host.Services.GetRequiredService<ModelCatalog>();

    public static async Task<TestSilo> StartAsync(
        string folder,
        Action<PartitionOptions>? configure = null,
        Action<FaultyStore>? prepare = null,
        TimeProvider? clock = null,
        ILoggerProvider? logs = null)
    {
        var store = new FaultyStore(await SqliteStore.OpenAsync(
            new SqliteStoreOptions { DataDirectory = folder, PartitionCount = 2 }, NullLogger.Instance, TestContext.Current.CancellationToken));
        prepare?.Invoke(store);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (logs is not null) builder.Logging.AddProvider(logs);
        if (clock is not null) UseClock(builder.Services, clock);
        builder.Services.AddSocialLeadsGrains(store, new ModelCatalog(ModelPacks.Load()));
        builder.Services.Configure<PartitionOptions>(options => configure?.Invoke(options));
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Take(), FreePort.Take()));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestSilo(host, store);
    }

    /// <summary>
    /// The clock of grains and their timers. The runtime keeps to real time: it has timers of its own, of a second and less, and a clock
    /// that goes on by days would run each of them a million times.
    /// </summary>
    private static void UseClock(IServiceCollection services, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        services.AddKeyedSingleton(TimeProviderNames.Grains, clock);
    }

    /// <summary>Stops as a power cut would: what was not durable before is not saved now.</summary>
    public async Task CrashAsync()
    {
        Store.BeforeCheckpoint = () => throw new StoreUnavailableException("The power is cut.", new IOException());
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopped) return;
        _stopped = true;
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await Store.DisposeAsync();
    }
}
