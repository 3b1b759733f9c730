using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Filters;

/// <summary>The filters in force: those of all models that are live, each definition once. Immutable, for many threads.</summary>
public sealed class FilterSet
{
    /// <summary>No filters.</summary>
    public static readonly FilterSet Empty = new([]);

    private readonly PhraseTable _phrases = new();
    private readonly int[][] _phrasesOf;
    private readonly bool _someNeedNoPhrase;
    private PhraseFinds? _spare;

    private FilterSet(ImmutableArray<TextFilter> filters)
    {
        Filters = filters;
        _phrasesOf = [.. filters.Select(filter => filter.Phrases.Select(_phrases.Add).ToArray())];
        _someNeedNoPhrase = filters.Any(static filter => !filter.NeedsPhrase);
    }

    /// <summary>The filters, in ordinal order of their series' facets.</summary>
    public ImmutableArray<TextFilter> Filters { get; }

    /// <summary>The filters of some models.</summary>
    public static FilterSet Of(IEnumerable<ScoringModel> models) => Of(models.SelectMany(static model => model.Filters));

    /// <summary>Some filters.</summary>
    public static FilterSet Of(IEnumerable<TextFilter> filters) =>
        new([.. filters.DistinctBy(FacetOf).OrderBy(FacetOf, StringComparer.Ordinal)]);

    /// <summary>
    /// The filters that an activity matches, and by what, in the order of <see cref="Filters"/>. The text is read once whatever the
    /// filters are, and nothing is allocated when none matches.
    /// </summary>
    public IReadOnlyList<FilterMatch> Match(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (!AnyConcerns(activity)) return [];
        // One thread at a time has the spare room; others make their own.
        var finds = Interlocked.Exchange(ref _spare, null) ?? _phrases.NewFinds();
        finds.Read(activity.Text);
        IReadOnlyList<FilterMatch> matches = [];
        if (finds.Found.Count > 0 || _someNeedNoPhrase) matches = Match(activity, finds);
        Volatile.Write(ref _spare, finds);
        return matches;
    }

    private bool AnyConcerns(Activity activity)
    {
        if (activity.Text.Length == 0 && !_someNeedNoPhrase) return false;
        foreach (var filter in Filters)
        {
            if (filter.Concerns(activity)) return true;
        }

        return false;
    }

    private List<FilterMatch> Match(Activity activity, PhraseFinds finds)
    {
        var matches = new List<FilterMatch>();
        for (var i = 0; i < Filters.Length; i++)
        {
            if (Filters[i].Concerns(activity) && Filters[i].Match(activity, finds, _phrasesOf[i]) is { } match) matches.Add(match);
        }

        return matches;
    }

    private static string FacetOf(TextFilter filter) => filter.SeriesFacet;
}
