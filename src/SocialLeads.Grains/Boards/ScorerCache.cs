using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>One scorer for each model, of features packed by one symbol table.</summary>
internal sealed class ScorerCache(ILiveModels models, SymbolTable symbols)
{
    /// <summary>Scorers that may be kept beside those of live models. Whoever scores by one holds on to it.</summary>
    private const int MostOthers = 16;

    private readonly Dictionary<(ModelRef Model, bool TellsOwnDomain), Scorer> _scorers = [];

    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    public Scorer Of(BoardId id, bool tellsOwnDomain = false)
    {
        var key = (new ModelRef(id.Model, id.ModelVersion), tellsOwnDomain);
        if (_scorers.TryGetValue(key, out var scorer)) return scorer;
        if (_scorers.Count >= models.Live.Count + MostOthers) Forget();
        scorer = new Scorer(models.Get(id.Model, id.ModelVersion), symbols, tellsOwnDomain);
        _scorers.Add(key, scorer);
        return scorer;
    }

    /// <summary>Of models that are no longer live a new scorer is made when one is asked for.</summary>
    private void Forget()
    {
        foreach (var key in _scorers.Keys.Where(key => !models.Live.Contains(key.Model)).ToList())
            _scorers.Remove(key);
    }
}
