using SocialLeads.Grains.Log;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Listening;

/// <summary>A part of the log, read for filters that it is not counted of.</summary>
/// <param name="Range">The part.</param>
/// <param name="Matches">Its activities that match any.</param>
/// <param name="FromDay">The first day of which everything that arrived was still there; null if nothing was gone.</param>
internal sealed record FilterSlice(LogRange Range, List<MatchedActivity> Matches, int? FromDay)
{
    /// <summary>Matches after which a slice ends with its row: what one turn adds.</summary>
    private const int MostMatches = 2_000;

    /// <summary>Slices that this node reads at a time, of all partitions: half of the machine is left to those who wait for it.</summary>
    private static readonly SemaphoreSlim _atATime = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Reads the beginning of a gap, beside the turn of whoever calls.</summary>
    /// <param name="gap">The gap.</param>
    /// <param name="log">The partition's log.</param>
    /// <param name="mostBytes">Bytes of the log after which the slice ends.</param>
    /// <param name="today">The day now, which is the first that is whole when nothing that arrived before is left.</param>
    /// <param name="damaged">Told of each row that cannot be read; nobody knows what it held.</param>
    /// <exception cref="StoreUnavailableException">The store could not be read.</exception>
    public static async Task<FilterSlice> ReadAsync(FilterGap gap, LogCursor log, int mostBytes, int today, Action<long> damaged)
    {
        await _atATime.WaitAsync();
        try
        {
            return await Task.Run(() => ReadRowsAsync(gap, log, mostBytes, today, damaged));
        }
        finally
        {
            _atATime.Release();
        }
    }

    private static async Task<FilterSlice> ReadRowsAsync(FilterGap gap, LogCursor log, int mostBytes, int today, Action<long> damaged)
    {
        var matches = new List<MatchedActivity>();
        var (through, bytes) = (gap.Range.After, 0L);
        int? fromDay = null;
        var isGone = false;
        while (await log.PeekAsync(through) is { } row)
        {
            // The first row that is left tells from when on everything is: it may be in the middle of its day.
            isGone |= row.Position > through + 1;
            if (isGone && !row.Damaged)
            {
                fromDay = UtcDay.OfUnixMs(LogArrival.OfRow(row.Payload)) + 1;
                isGone = false;
            }

            if (row.Position > gap.Range.Through) break;
            log.Take();
            through = row.Position;
            if (row.Damaged) damaged(row.Position);
            else Match(row, gap.Filters, matches);
            bytes += row.Payload.Length;
            if (through == gap.Range.Through || bytes >= mostBytes || matches.Count >= MostMatches)
                return new FilterSlice(gap.Range with { Through = through }, matches, isGone ? today : fromDay);
        }

        // The rest of the gap was trimmed.
        return new FilterSlice(gap.Range, matches, fromDay ?? today);
    }

    private static void Match(LogRead row, FilterSet filters, List<MatchedActivity> matches)
    {
        var (_, activities, _) = ActivityLogCodec.Decode(row.Payload);
        foreach (var activity in activities)
        {
            if (filters.Match(activity) is { Count: > 0 } matched) matches.Add(new MatchedActivity(activity, matched));
        }
    }
}
