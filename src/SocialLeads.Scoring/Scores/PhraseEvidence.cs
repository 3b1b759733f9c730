using System.Collections.Immutable;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;

namespace SocialLeads.Scoring.Scores;

/// <summary>Finds by which phrases a member's activities matched the filters of a model's signals.</summary>
internal sealed class PhraseEvidence(SignalPlan[] plans, SymbolTable symbols)
{
    private readonly SignalPlan[] _filtered = [.. plans.Where(static plan => plan.Signal.Filter is not null)];
    private readonly AgedCells _cells = new();

    /// <summary>The contributions, those of signals with a filter with the phrases that matched.</summary>
    public ImmutableArray<Contribution> AddTo(ImmutableArray<Contribution> contributions, ReadOnlySpan<byte> features, int asOfDay)
    {
        if (_filtered.Length == 0 || contributions.IsEmpty) return contributions;
        var found = Read(features, asOfDay);
        return
        [
            .. contributions.Select(one => found.TryGetValue(one.Signal, out var phrases) ? one with { Evidence = MostOf(phrases) } : one),
        ];
    }

    private static ImmutableArray<string> MostOf(Dictionary<string, Found> phrases) =>
    [
        .. phrases.OrderByDescending(static one => one.Value.Count).ThenBy(static one => one.Value.Age)
            .ThenBy(static one => one.Key, StringComparer.Ordinal).Take(Contribution.MostEvidence).Select(static one => one.Key),
    ];

    private Dictionary<string, Dictionary<string, Found>> Read(ReadOnlySpan<byte> features, int asOfDay)
    {
        var found = new Dictionary<string, Dictionary<string, Found>>(StringComparer.Ordinal);
        var reader = new PackedReader(features);
        while (reader.NextSeries())
        {
            if (symbols[reader.Series] is not { Dimension: Dimension.Phrase } key) continue;
            _cells.Read(ref reader, asOfDay, latestOnly: false);
            foreach (var plan in _filtered)
            {
                if (!plan.Signal.Kinds.Contains(key.Kind) || PhraseOf(plan.Signal.Filter!, key.Facet) is not { } phrase) continue;
                var counted = Count(_cells.Span, plan);
                if (counted.Count == 0) continue;
                if (!found.TryGetValue(plan.Signal.Id, out var phrases)) found.Add(plan.Signal.Id, phrases = new(StringComparer.Ordinal));
                phrases[phrase] = phrases.TryGetValue(phrase, out var known)
                    ? new(known.Count + counted.Count, Math.Min(known.Age, counted.Age))
                    : counted;
            }
        }

        return found;
    }

    private static string? PhraseOf(TextFilter filter, string facet)
    {
        var canonical = PhraseFacet.PhraseOf(facet, filter.SeriesFacet);
        return canonical is null ? null : filter.Phrases.FirstOrDefault(phrase => phrase.Canonical == canonical)?.Written;
    }

    private static Found Count(ReadOnlySpan<AgedCell> cells, SignalPlan plan)
    {
        var (count, age) = (0L, int.MaxValue);
        foreach (ref readonly var cell in cells)
        {
            if (plan.AgeWeights[cell.Age] == 0) continue;
            count += cell.Amount;
            age = Math.Min(age, cell.Age);
        }

        return new(count, age);
    }

    /// <param name="Count">Activities.</param>
    /// <param name="Age">Days since the latest of them.</param>
    private readonly record struct Found(long Count, int Age);
}
