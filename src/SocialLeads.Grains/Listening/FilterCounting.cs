using System.Collections.Immutable;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Grains.Listening;

/// <summary>Tells how far the filters of models are counted of a tenant's activities, in all partitions.</summary>
public sealed class FilterCounting(TenantPartitions partitions)
{
    /// <summary>How far a model's filters are counted; null of a model without filters. One call to each partition.</summary>
    public async Task<FilterProgress?> ReadAsync(string tenant, ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Filters.IsEmpty) return null;
        var facets = model.Filters.Select(static filter => filter.SeriesFacet).ToImmutableArray();
        var parts = await partitions.AskAllAsync(tenant, partition => partition.CountFilters(facets));
        return parts.Aggregate(static (left, right) => left.With(right));
    }
}
