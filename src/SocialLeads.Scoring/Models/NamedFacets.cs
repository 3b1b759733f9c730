using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>
/// The kinds of activity that some models count, and the facets that they name in full, in facet weights and conditions. A facet that
/// only a pattern such as <c>product-*</c> covers is not named: there are endlessly many. Immutable.
/// </summary>
public sealed class NamedFacets
{
    /// <summary>Nothing is named.</summary>
    public static readonly NamedFacets None = Of([]);

    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<(Dimension Dimension, string Facet)> _facets = [];

    private NamedFacets(IEnumerable<ScoringModel> models)
    {
        foreach (var model in models)
        {
            foreach (var signal in model.Signals) Add(signal);
            foreach (var filter in model.Filters)
            {
                _kinds.UnionWith(filter.Kinds);
                foreach (var condition in filter.Attributes) Add(condition);
            }
        }
    }

    /// <summary>What some models name.</summary>
    public static NamedFacets Of(IEnumerable<ScoringModel> models) => new(models);

    /// <summary>Whether a model counts a kind of activity.</summary>
    public bool HasKind(string kind) => _kinds.Contains(kind);

    /// <summary>Whether a model names the facet of a series, under whatever kind.</summary>
    public bool HasFacetOf(in SeriesKey key) => _facets.Contains((key.Dimension, key.Facet));

    private void Add(Signal signal)
    {
        _kinds.UnionWith(signal.Kinds);
        _kinds.UnionWith(signal.Ends);
        if (signal.Where is { } where) Add(where);
        var (kind, attribute) = signal.Facet;
        foreach (var name in signal.FacetWeights.Names)
            _facets.Add((SignalPlan.DimensionOf(kind), kind == FacetKind.Attribute ? AttributeFacet(attribute, name) : name));
    }

    private void Add(AttributeCondition condition) => _facets.Add((Dimension.Attribute, AttributeFacet(condition.Name, condition.Value)));

    private static string AttributeFacet(string name, string value) => $"{name}={value}";
}
