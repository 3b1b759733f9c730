using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Storage;
using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Models;

/// <summary>
/// What this node knows of one tenant's models. Whoever changes them through this node sees the change at once; what another node
/// changed is seen <see cref="MaxAge"/> later at the latest, since the store's revision is asked for that often while
/// somebody reads.
/// </summary>
public sealed class TenantModels : ILiveModels
{
    /// <summary>How old what is known may be: two seconds.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    /// <summary>How long a reader waits for the store before it goes on with what is known.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private const int MostInGeneration = 64;

    private readonly string _tenant;
    private readonly IModelStore _store;
    private readonly ModelCatalog _packs;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private volatile ModelSnapshot? _known;
    private long _checkedAt;
    private Task<ModelSnapshot>? _checking;
    // Documents that are not live, and were read lately: two generations, of which the older is forgotten.
    private ConcurrentDictionary<ModelRef, ScoringModel> _young = [];
    private ConcurrentDictionary<ModelRef, ScoringModel> _old = [];

    internal TenantModels(string tenant, IModelStore store, ModelCatalog packs, TimeProvider clock, ILogger logger)
    {
        (_tenant, _store, _packs, _clock, _logger) = (tenant, store, packs, clock, logger);
    }

    IReadOnlyList<ModelRef> ILiveModels.Live => Known.Live;

    FilterSet ILiveModels.Filters => Known.Filters;

    NamedFacets ILiveModels.Named => Known.Named;

    private ModelSnapshot Known => _known ?? throw new InvalidOperationException("The tenant's models have not been read yet.");

    /// <summary>The models, as they are now or were <see cref="MaxAge"/> ago at most; older ones while the store cannot be reached.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached, and nothing is known yet.</exception>
    public ValueTask<ModelSnapshot> ReadAsync() =>
        _known is { } known && _clock.GetElapsedTime(Volatile.Read(ref _checkedAt)) < MaxAge ? new(known) : new(CheckAsync());

    /// <summary>The models as they are now.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async Task<ModelSnapshot> RefreshAsync()
    {
        // A check that began before the change may have missed it.
        if (Checking() is { } earlier) await earlier.ContinueWith(static _ => { }, TaskScheduler.Default);
        return await Check();
    }

    /// <summary>Makes a version known to <see cref="Get"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version, or its document cannot be read.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<ScoringModel> LoadAsync(ModelRef version) => await FindAsync(version) ?? throw NotFound(version);

    /// <summary>As <see cref="LoadAsync"/>; null where that throws for want of a version.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public ValueTask<ScoringModel?> FindAsync(ModelRef version) => Find(version) is { } model ? new(model) : new(ReadModelAsync(version));

    /// <summary>The document of a version as it was written; null if there is none, or it is damaged.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async Task<string?> ReadDocumentAsync(ModelRef version)
    {
        var id = new ModelVersionId(_tenant, version.Model, version.Version);
        return await _store.ReadDocumentAsync(id, CancellationToken.None) is { Damaged: false } read ? read.Text : null;
    }

    public ScoringModel Get(string id, int version) => Find(new ModelRef(id, version)) ?? throw NotFound(new ModelRef(id, version));

    private ScoringModel? Find(ModelRef version) =>
        Known.FindLive(version) ?? _young.GetValueOrDefault(version) ?? _old.GetValueOrDefault(version);

    private KeyNotFoundException NotFound(ModelRef version) => new($"There is no model {version} of tenant '{_tenant}'.");

    private async Task<ScoringModel?> ReadModelAsync(ModelRef version)
    {
        // Another node may have published it a moment ago.
        var known = await RefreshAsync();
        if (known.FindLive(version) is { } live) return live;
        if (known.FindStored(version) is null || await ParseAsync(version) is not { } model) return null;
        lock (_lock)
        {
            if (_young.Count >= MostInGeneration) (_old, _young) = (_young, []);
            _young[version] = model;
        }

        return model;
    }

    private async Task<ModelSnapshot> CheckAsync()
    {
        if (_known is not { } known) return await Check();
        try
        {
            return await Check().WaitAsync(_patience, _clock);
        }
        catch (Exception reason) when (reason is StoreUnavailableException or TimeoutException)
        {
            Volatile.Write(ref _checkedAt, _clock.GetTimestamp());
            Logs.ModelsNotRead(_logger, _tenant, reason);
            return known;
        }
    }

    /// <summary>The check that is under way, or a new one: readers share it.</summary>
    private Task<ModelSnapshot> Check()
    {
        lock (_lock)
        {
            if (_checking is not { IsCompleted: false }) _checking = Task.Run(ReadStoreAsync);
            return _checking;
        }
    }

    private Task<ModelSnapshot>? Checking()
    {
        lock (_lock) return _checking;
    }

    private async Task<ModelSnapshot> ReadStoreAsync()
    {
        var started = _clock.GetTimestamp();
        if (_known is not { } known || await _store.ReadRevisionAsync(_tenant, CancellationToken.None) != known.Revision)
        {
            var saved = await _store.ReadAsync(_tenant, CancellationToken.None);
            var live = new Dictionary<ModelRef, ScoringModel>();
            foreach (var model in saved.Models.Where(model => model.State == ModelState.Published))
            {
                var version = new ModelRef(model.Model, model.Version);
                if ((_known?.FindLive(version) ?? await ParseAsync(version)) is { } parsed) live.Add(version, parsed);
            }

            _known = known = new ModelSnapshot(_packs, saved, live);
        }

        Volatile.Write(ref _checkedAt, started);
        return known;
    }

    /// <summary>Null, and a message in the log, when the document is damaged or not valid to this program.</summary>
    private async Task<ScoringModel?> ParseAsync(ModelRef version)
    {
        var model = await ReadDocumentAsync(version) is { } document ? ModelDocument.Parse(document).Model : null;
        if (model is null) Logs.ModelUnreadable(_logger, _tenant, version.Model, version.Version);
        return model;
    }
}
