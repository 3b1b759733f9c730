using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>One scorer for each model, of features packed by one symbol table.</summary>
internal sealed class ScorerCache(ModelCatalog models, SymbolTable symbols)
{
    private readonly Dictionary<(string Model, int Version), Scorer> _scorers = [];

    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    public Scorer Of(BoardId id)
    {
        if (_scorers.TryGetValue((id.Model, id.ModelVersion), out var scorer)) return scorer;
        scorer = new Scorer(models.Get(id.Model, id.ModelVersion), symbols);
        _scorers.Add((id.Model, id.ModelVersion), scorer);
        return scorer;
    }
}
