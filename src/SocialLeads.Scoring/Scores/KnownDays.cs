using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Tells as of which days a score is what it would be if every day were kept. Behind the retention the days are not known any more, and as of
/// a day before the member's newest some of what is undated may have counted for its age, or not have happened yet.
/// </summary>
internal static class KnownDays
{
    /// <summary>The first day as of which, and as of every later one, nothing depends on a day that is not known.</summary>
    public static int ExactFrom(ReadOnlySpan<byte> features, SeriesFeeds feeds, int retentionDays)
    {
        var reader = new PackedReader(features);
        var newestUndated = reader.Header.NewestDay - retentionDays - 1;
        var exactFrom = 0;
        while (reader.NextSeries())
        {
            if (!feeds.LookAt(reader).IsFed || !ReadUndated(ref reader, out var stampedDay)) continue;
            foreach (ref readonly var feed in feeds.Of(reader.Series).Feeds.AsSpan())
                exactFrom = Math.Max(exactFrom, feed.TakesLatest ? stampedDay : newestUndated + feed.LastTold + 1);
        }

        return Math.Min(exactFrom, reader.Header.NewestDay);
    }

    /// <summary>Whether anything of a series is undated, and of a series with times the day of the latest of that.</summary>
    private static bool ReadUndated(ref PackedReader reader, out int stampedDay)
    {
        stampedDay = 0;
        while (reader.NextCell(out var cell))
        {
            // What is undated comes first, of each peer.
            if (cell.When != Cell.Remainder && reader.Shape != CellShape.Peers) return false;
            if (cell.When != Cell.Remainder) continue;
            if (reader.Shape is CellShape.StampedSum or CellShape.Latest) stampedDay = (int)((cell.B - 1) / UtcDay.Ms);
            return true;
        }

        return false;
    }
}
