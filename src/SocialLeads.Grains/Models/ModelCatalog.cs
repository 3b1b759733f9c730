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

    /// <exception cref="ArgumentException">Two models have one id, or the default model is missing.</exception>
    public ModelCatalog(IEnumerable<ScoringModel> models)
    {
        All = [.. models.OrderBy(model => model.Id, StringComparer.Ordinal)];
        var twice = All.GroupBy(model => model.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two models have the id '{twice.Key}'.", nameof(models));
        _byId = All.ToDictionary(model => model.Id, StringComparer.Ordinal);
        if (!_byId.ContainsKey(DefaultModel))
            throw new ArgumentException($"The default model '{DefaultModel}' is missing.", nameof(models));
        _live = [.. All.Select(model => new ModelRef(model.Id, model.Version))];
    }

    /// <summary>All models by id.</summary>
    public IReadOnlyList<ScoringModel> All { get; }

    IReadOnlyList<ModelRef> ILiveModels.Live => _live;

    /// <summary>The model of this id; null if there is none.</summary>
    public ScoringModel? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The model of this id and version.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ScoringModel Get(string id, int version) =>
        _byId.TryGetValue(id, out var model) && model.Version == version
            ? model
            : throw new KeyNotFoundException($"There is no model '{id}' of version {version}.");
}
