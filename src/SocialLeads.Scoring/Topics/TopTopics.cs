using System.Collections.Immutable;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Topics;

/// <summary>What a member was busy with in the last days: the tags of all activities, of whatever kind.</summary>
public static class TopTopics
{
    /// <summary>The days that are looked at when nothing else is asked for.</summary>
    public const int DefaultDays = 30;

    /// <summary>How many topics are told when nothing else is asked for.</summary>
    public const int DefaultMost = 10;

    /// <summary>
    /// The tags with the most activities in some days, the day of the score being the last: most first, among equals the
    /// latest, then by tag, ordinally.
    /// </summary>
    /// <param name="features">Packed features.</param>
    /// <param name="symbols">Their symbol table.</param>
    /// <param name="asOfDay">The last day; see <see cref="Activities.UtcDay"/>.</param>
    /// <param name="days">How many days, 1 to 400.</param>
    /// <param name="most">The most topics, 1 or more.</param>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public static ImmutableArray<Topic> Of(
        ReadOnlySpan<byte> features, SymbolTable symbols, int asOfDay, int days = DefaultDays, int most = DefaultMost)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Models.ModelBounds.HorizonDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (features.IsEmpty) return [];
        var topics = new Dictionary<string, Topic>(StringComparer.Ordinal);
        var reader = new PackedReader(features);
        while (reader.NextSeries())
        {
            if (reader.Series >= symbols.Count) reader.Throw("has a series that the symbol table does not have");
            if (symbols[reader.Series] is not { Dimension: Dimension.Tag, Metric: Metric.Count } key) continue;
            var (count, latest) = Count(ref reader, asOfDay - days + 1, asOfDay);
            if (count == 0) continue;
            topics[key.Facet] = topics.TryGetValue(key.Facet, out var known)
                ? new(key.Facet, known.Count + count, Math.Max(known.LatestDay, latest))
                : new(key.Facet, count, latest);
        }
        return
        [
            .. topics.Values.OrderByDescending(static topic => topic.Count).ThenByDescending(static topic => topic.LatestDay)
                .ThenBy(static topic => topic.Tag, StringComparer.Ordinal).Take(most),
        ];
    }

    private static (long Count, int Latest) Count(ref PackedReader reader, int from, int to)
    {
        var (count, latest) = (0L, 0);
        while (reader.NextCell(out var cell))
        {
            if (cell.When == Cell.Remainder) continue;
            var day = Cell.DayOf(cell.When);
            // Newest days come first.
            if (day < from) break;
            if (day > to) continue;
            latest = Math.Max(latest, day);
            count += cell.A;
        }
        return (count, latest);
    }
}
