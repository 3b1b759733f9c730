using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Outcomes;

/// <summary>Reads the outcomes out of members' packed features.</summary>
/// <param name="symbols">What the features are written in.</param>
public sealed class OutcomeReader(SymbolTable symbols)
{
    /// <summary>Where outcomes are counted. No day is told but by the key, so that they neither age nor take a day from the activities.</summary>
    internal static readonly SeriesKey Counts = new(ActivityKinds.Outcome, Dimension.None, "", Metric.Outcomes);

    /// <summary>Where their amounts are added up.</summary>
    internal static readonly SeriesKey Amounts = Counts with { Metric = Metric.OutcomeAmounts };

    /// <summary>A member's outcomes, the earliest first.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public ImmutableArray<Outcome> Read(ReadOnlySpan<byte> features)
    {
        if (features.IsEmpty || !symbols.TryFind(Counts, out var counts)) return [];
        var amounts = symbols.TryFind(Amounts, out var known) ? known : -1;
        var counted = new List<(long Key, long Count)>();
        var paid = new Dictionary<long, long>();
        var reader = new PackedReader(features);
        while (reader.NextSeries() && reader.Series <= Math.Max(counts, amounts))
        {
            if (reader.Series != counts && reader.Series != amounts) continue;
            var isCount = reader.Series == counts;
            while (reader.NextCell(out var cell))
            {
                if (isCount) counted.Add((cell.Sub, cell.A));
                else paid.Add(cell.Sub, cell.A);
            }
        }

        // What was recorded more than once, after its id was forgotten, was given its amount each time.
        return
        [
            .. counted.Select(one => new Outcome(one.Key, paid.TryGetValue(one.Key, out var sum) ? sum / one.Count : null)),
        ];
    }

    /// <summary>Whether a member has any outcome.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public bool HasAny(ReadOnlySpan<byte> features)
    {
        if (features.IsEmpty || !symbols.TryFind(Counts, out var counts)) return false;
        var reader = new PackedReader(features);
        while (reader.NextSeries() && reader.Series <= counts)
        {
            if (reader.Series == counts) return true;
        }

        return false;
    }
}
