using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;

namespace SocialLeads.Grains.Models;

/// <summary>The models that ship with the product: every tenant has them. Read and checked when the server started. Immutable.</summary>
public sealed class ModelCatalog : ILiveModels
{
    /// <summary>The model that is meant when a request names none.</summary>
    public const string DefaultModel = ModelPacks.DefaultModel;

    private readonly Dictionary<string, ScoringModel> _byId;
    private readonly ModelRef[] _live;
    private readonly FilterSet _filters;
    private readonly NamedFacets _named;

    /// <param name="models">The models.</param>
    /// <param name="kept">The ids of those that everybody is scored by without being asked for; the default model if not given.</param>
    /// <exception cref="ArgumentException">Two models have one id, the default model is missing, or a kept one is.</exception>
    public ModelCatalog(IEnumerable<ScoringModel> models, IReadOnlyCollection<string>? kept = null)
    {
        All = [.. models.OrderBy(model => model.Id, StringComparer.Ordinal)];
        var twice = All.GroupBy(model => model.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two models have the id '{twice.Key}'.", nameof(models));
        _byId = All.ToDictionary(model => model.Id, StringComparer.Ordinal);
        if (!_byId.ContainsKey(DefaultModel))
            throw new ArgumentException($"The default model '{DefaultModel}' is missing.", nameof(models));
        Kept = [.. (kept ?? [DefaultModel]).Distinct(StringComparer.Ordinal).Select(id => Find(id)
            ?? throw new ArgumentException($"There is no model '{id}' to keep.", nameof(kept)))];
        _filters = FilterSet.Of(Kept);
        _named = NamedFacets.Of(Kept);
        _live = [.. Kept.Select(model => new ModelRef(model.Id, model.Version))];
    }

    /// <summary>All models by id.</summary>
    public IReadOnlyList<ScoringModel> All { get; }

    IReadOnlyList<ModelRef> ILiveModels.Live => _live;

    /// <summary>Those whose ranked boards of today are always there; others are ranked when somebody asks.</summary>
    public IReadOnlyList<ScoringModel> Kept { get; }

    FilterSet ILiveModels.Filters => _filters;

    NamedFacets ILiveModels.Named => _named;

    /// <summary>The model of this id; null if there is none.</summary>
    public ScoringModel? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The model of this id and version.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ScoringModel Get(string id, int version) =>
        _byId.TryGetValue(id, out var model) && model.Version == version
            ? model
            : throw new KeyNotFoundException($"There is no model '{id}' of version {version}.");
}
