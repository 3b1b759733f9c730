using Microsoft.Extensions.Logging.Abstractions;
using Orleans.InProcess.Tests.Support;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Scoring.Packs;
using SocialLeads.Storage;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Grains.Tests.Models;

/// <summary>What a node knows of models that another node changes.</summary>
public sealed class TenantModelsTests : IAsyncLifetime
{
    private const string Tenant = "acme";

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly ManualTime _time = new();
    private readonly ModelCatalog _packs = new(ModelPacks.Load());
    private FaultyStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = new FaultyStore(await SqliteStore.OpenAsync(
        new SqliteStoreOptions { DataDirectory = _folder, PartitionCount = 2 }, NullLogger.Instance, Cancel));

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_another_node_publishes_is_known_two_seconds_later()
    {
        var models = Node();
        Assert.Equal(_packs.Kept.Count, (await models.ReadAsync()).Live.Count);

        await PublishAsync();
        Assert.Equal(0, (await models.ReadAsync()).Revision);
        _time.Advance(TenantModels.MaxAge);

        Assert.Contains(new ModelRef("posts", 1), (await models.ReadAsync()).Live);
        Assert.Equal("Posts", (await models.LoadAsync(new ModelRef("posts", 1))).Title);
        Assert.Equal(0, (await models.ReadAsync()).DefaultVersion("posts"));
    }

    [Fact]
    public async Task A_version_that_is_asked_for_by_name_is_known_at_once()
    {
        var models = Node();
        await models.ReadAsync();
        await PublishAsync();

        Assert.Equal("Posts", (await models.LoadAsync(new ModelRef("posts", 1))).Title);
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await models.LoadAsync(new ModelRef("posts", 2)));
    }

    [Fact]
    public async Task Readers_go_on_with_what_is_known_while_the_store_cannot_be_reached()
    {
        var models = Node();
        await PublishAsync();
        await models.ReadAsync();
        _store.BeforeReadModels = () => throw new StoreUnavailableException("It is gone.", new IOException());
        _time.Advance(TenantModels.MaxAge);

        Assert.Contains(new ModelRef("posts", 1), (await models.ReadAsync()).Live);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => models.RefreshAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Node().ReadAsync());
    }

    [Fact]
    public async Task The_default_is_the_newest_version_that_is_published_and_ready()
    {
        var models = Node();
        var first = await PublishAsync();
        var second = await PublishAsync();
        Assert.Equal(0, (await models.RefreshAsync()).DefaultVersion("posts"));
        await _store.Models.NoteAsync(first, ModelFact.Ready, 1, Cancel);
        Assert.Equal(1, (await models.RefreshAsync()).DefaultVersion("posts"));
        await _store.Models.NoteAsync(second, ModelFact.Ready, 1, Cancel);
        Assert.Equal(2, (await models.RefreshAsync()).DefaultVersion("posts"));
        await _store.Models.TryChangeStateAsync(second, ModelState.Published, ModelState.Retired, 1, Cancel);
        Assert.Equal(1, (await models.RefreshAsync()).DefaultVersion("posts"));
    }

    private TenantModels Node() => new ModelDirectory(_store, _packs, _time, NullLogger<ModelDirectory>.Instance).Of(Tenant);

    private Task<ModelVersionId> PublishAsync() => PublishedModels.AddAsync(_store.Models, Tenant);
}
