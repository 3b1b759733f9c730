using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Filters;

/// <summary>The filters in force: those of all models that are live, each definition once.</summary>
public sealed class FilterSet
{
    /// <summary>No filters.</summary>
    public static readonly FilterSet Empty = new([]);

    private FilterSet(ImmutableArray<TextFilter> filters) => Filters = filters;

    /// <summary>The filters, in ordinal order of their series' facets.</summary>
    public ImmutableArray<TextFilter> Filters { get; }

    /// <summary>The filters of some models.</summary>
    public static FilterSet Of(IEnumerable<ScoringModel> models) => Of(models.SelectMany(static model => model.Filters));

    /// <summary>Some filters.</summary>
    public static FilterSet Of(IEnumerable<TextFilter> filters) =>
        new([.. filters.DistinctBy(FacetOf).OrderBy(FacetOf, StringComparer.Ordinal)]);

    /// <summary>Those that are not in another set: what must be folded again when this one takes its place.</summary>
    public FilterSet Except(FilterSet other) =>
        new([.. Filters.Where(filter => !other.Filters.Any(known => known.SeriesFacet == filter.SeriesFacet))]);

    /// <summary>The filters that an activity matches, and by what. The text is taken apart once at most.</summary>
    public IEnumerable<FilterMatch> Match(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        List<Word>? words = null;
        foreach (var filter in Filters)
        {
            if (!filter.Concerns(activity)) continue;
            if (filter.Match(activity, words ??= Words.Of(activity.Text)) is { } match) yield return match;
        }
    }

    private static string FacetOf(TextFilter filter) => filter.SeriesFacet;
}
