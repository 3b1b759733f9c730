using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialLeads.Grains.Partitions;
using SocialLeads.Storage;
using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Models;

/// <summary>
/// Not reentrant, so that what is counted holds until it is changed. Were there two activations for a moment, the store would still
/// let one of them win only.
/// </summary>
internal sealed class ModelsGrain(
    IStore store,
    ModelCatalog packs,
    ModelDirectory directory,
    TenantPartitions partitions,
    IOptions<ModelOptions> options,
    TimeProvider clock,
    ILogger<ModelsGrain> logger)
    : Grain, IModelsGrain
{
    private ModelSwitch _switch = null!;
    private TenantModels _models = null!;

    private string Tenant => this.GetPrimaryKeyString();

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _models = directory.Of(Tenant);
        _switch = new ModelSwitch(Tenant, _models, store.Models, partitions, clock, logger);
        return Task.CompletedTask;
    }

    public async Task<ModelReply> Add(ModelDraft draft)
    {
        var known = await _models.RefreshAsync();
        if (known.Stored.Count >= options.Value.MaxVersions) return new(ModelReplyStatus.TooManyVersions, 0);
        // A pack's versions are those it ships with; the tenant's own of the same id come behind.
        var first = 1 + (packs.Find(draft.Model)?.Version ?? 0);
        var version = await store.Models.AddAsync(
            new NewModel(Tenant, draft.Model, draft.Document, draft.Author, draft.Reason, NowMs), first, CancellationToken.None);
        return await Changed(version);
    }

    public async Task<ModelReply> Publish(string model, int version)
    {
        var key = new ModelRef(model, version);
        var known = await _models.RefreshAsync();
        if (known.IsPack(key)) return new(ModelReplyStatus.IsPack, version);
        if (known.FindStored(key) is not { } stored) return new(ModelReplyStatus.NotFound, version);
        if (stored.State != ModelState.Draft) return new(ModelReplyStatus.WrongState, version);
        if (known.Stored.Count(one => one.State == ModelState.Published) >= options.Value.MaxLive) return new(ModelReplyStatus.TooManyLive, version);
        var reply = await Change(key, ModelState.Draft, ModelState.Published);
        if (reply.Status == ModelReplyStatus.Done) _switch.Start();
        return reply;
    }

    public async Task<ModelReply> Retire(string model, int version)
    {
        var key = new ModelRef(model, version);
        var known = await _models.RefreshAsync();
        if (known.IsPack(key)) return new(ModelReplyStatus.IsPack, version);
        if (known.FindStored(key) is not { } stored) return new(ModelReplyStatus.NotFound, version);
        return stored.State == ModelState.Retired
            ? new(ModelReplyStatus.WrongState, version)
            : await Change(key, stored.State, ModelState.Retired);
    }

    public async Task<ModelReply> NoteTried(string model, int version)
    {
        var found = await store.Models.NoteAsync(new ModelVersionId(Tenant, model, version), ModelFact.Tried, NowMs, CancellationToken.None);
        return found ? await Changed(version) : new(ModelReplyStatus.NotFound, version);
    }

    public async Task CatchUp()
    {
        await _models.RefreshAsync();
        _switch.Start();
    }

    private async Task<ModelReply> Change(ModelRef key, ModelState expected, ModelState state)
    {
        var id = new ModelVersionId(Tenant, key.Model, key.Version);
        return await store.Models.TryChangeStateAsync(id, expected, state, NowMs, CancellationToken.None)
            ? await Changed(key.Version)
            : new(ModelReplyStatus.WrongState, key.Version);
    }

    private async Task<ModelReply> Changed(int version)
    {
        await _models.RefreshAsync();
        return new(ModelReplyStatus.Done, version);
    }
}
