using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Grains.Models;

/// <summary>What a partition scores by. May change from one look to the next.</summary>
internal interface ILiveModels
{
    /// <summary>The versions by which everybody is scored without being asked for.</summary>
    IReadOnlyList<ModelRef> Live { get; }

    /// <summary>What is counted of texts when activities are folded.</summary>
    FilterSet Filters { get; }

    /// <summary>What live models name.</summary>
    NamedFacets Named { get; }

    /// <summary>A live model, or one that was asked for lately.</summary>
    /// <exception cref="KeyNotFoundException">It is neither.</exception>
    ScoringModel Get(string id, int version);
}
