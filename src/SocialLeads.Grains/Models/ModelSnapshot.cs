using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Models;

/// <summary>All models of a tenant as of one revision of the store. Immutable.</summary>
public sealed class ModelSnapshot
{
    private readonly ModelCatalog _packs;
    private readonly Dictionary<ModelRef, StoredModel> _stored;
    private readonly Dictionary<ModelRef, ScoringModel> _live;

    /// <param name="packs">The models that ship with the product.</param>
    /// <param name="saved">The tenant's own.</param>
    /// <param name="live">Those of them that are published and whose documents can be read.</param>
    internal ModelSnapshot(ModelCatalog packs, SavedModels saved, Dictionary<ModelRef, ScoringModel> live)
    {
        _packs = packs;
        _live = live;
        Revision = saved.Revision;
        // A pack of a newer product may come to have a version that the tenant wrote before: the tenant's stays what it is.
        _stored = saved.Models.ToDictionary(model => new ModelRef(model.Model, model.Version));
        Filters = FilterSet.Of([.. packs.Kept, .. live.Values]);
        Named = NamedFacets.Of([.. packs.Kept, .. live.Values]);
        Live = [.. ((ILiveModels)packs).Live.Where(pack => !_stored.ContainsKey(pack)), .. live.Keys];
    }

    /// <summary>Grows with every change of the tenant's models.</summary>
    public long Revision { get; }

    /// <summary>The versions by which everybody is scored: packs, and what is published.</summary>
    public IReadOnlyList<ModelRef> Live { get; }

    /// <summary>The filters over texts of kept packs and of what is published.</summary>
    public FilterSet Filters { get; }

    /// <summary>What kept packs and what is published name.</summary>
    public NamedFacets Named { get; }

    /// <summary>The tenant's own versions by id and version.</summary>
    public IReadOnlyCollection<StoredModel> Stored => _stored.Values;

    /// <summary>The packs that no version of the tenant's own stands in for.</summary>
    public IEnumerable<ScoringModel> Packs => _packs.All.Where(pack => !_stored.ContainsKey(new ModelRef(pack.Id, pack.Version)));

    /// <summary>What is published, and not yet what readers get.</summary>
    public IEnumerable<ModelRef> Unready => _live.Keys.Where(key => _stored[key].ReadyAtMs is null);

    /// <summary>
    /// The version that is meant when none is named: of the tenant's own the newest that is published and has scored everybody, else
    /// the pack's; 0 if there is neither.
    /// </summary>
    public int DefaultVersion(string model)
    {
        var own = _live.Keys.Where(key => key.Model == model && _stored[key].ReadyAtMs is not null)
            .Select(key => key.Version).DefaultIfEmpty().Max();
        return own > 0 ? own : _packs.Find(model) is { } pack && !_stored.ContainsKey(new ModelRef(pack.Id, pack.Version)) ? pack.Version : 0;
    }

    /// <summary>What is stored of a version of the tenant's own; null if there is none.</summary>
    public StoredModel? FindStored(ModelRef version) => _stored.GetValueOrDefault(version);

    /// <summary>Whether a pack has this id and version.</summary>
    public bool IsPack(ModelRef version) =>
        !_stored.ContainsKey(version) && _packs.Find(version.Model) is { } pack && pack.Version == version.Version;

    /// <summary>Whether there is this version, of whatever state.</summary>
    public bool Has(ModelRef version) => IsPack(version) || _stored.ContainsKey(version);

    /// <summary>Whether any version has this id.</summary>
    public bool Knows(string model) => _packs.Find(model) is not null || _stored.Keys.Any(key => key.Model == model);

    /// <summary>A live version; null if it is not.</summary>
    public ScoringModel? FindLive(ModelRef version) =>
        _live.GetValueOrDefault(version) ?? (IsPack(version) ? _packs.Find(version.Model) : null);
}
