using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Log;

/// <summary>
/// Deletes the rows of a partition's log that arrived before the retention, from its beginning, some at a time. A damaged row
/// goes with the next sound one: when it arrived is not known.
/// </summary>
internal sealed class LogTrimming(IPartitionStore store, int retentionDays)
{
    /// <summary>Rows and bytes in one deletion: what other partitions' commits may have to wait for.</summary>
    private const int MostRows = 256;
    private const long MostBytes = 4 * 1024 * 1024;

    private long _trimmedThrough;
    private long _oldestKeptMs = long.MinValue;

    /// <summary>Trims once.</summary>
    /// <param name="savedPosition">The position up to which members' states are saved: no row behind it is deleted.</param>
    /// <param name="nowMs">The time, milliseconds since 1970-01-01 UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The last position that was deleted; null when there was nothing to delete.</returns>
    /// <exception cref="StoreUnavailableException">The store could not be read or written.</exception>
    public async Task<long?> TrimSomeAsync(long savedPosition, long nowMs, CancellationToken cancellationToken)
    {
        var retainedMs = nowMs - retentionDays * (long)UtcDay.Ms;
        // The oldest row was looked at before and is still young: the log need not be read to know that again.
        if (retentionDays == 0 || _oldestKeptMs >= retainedMs) return null;
        var through = await LastToTrimAsync(savedPosition, retainedMs, cancellationToken);
        if (through == _trimmedThrough) return null;
        await store.TrimLogAsync(through, cancellationToken);
        return _trimmedThrough = through;
    }

    private async Task<long> LastToTrimAsync(long savedPosition, long retainedMs, CancellationToken cancellationToken)
    {
        var through = _trimmedThrough;
        var (rows, bytes) = (0, 0L);
        await foreach (var row in store.ReadLogAsync(_trimmedThrough, cancellationToken))
        {
            if (row.Position > savedPosition) break;
            if (through > _trimmedThrough && (rows >= MostRows || bytes >= MostBytes)) break;
            rows++;
            bytes += row.Payload.Length;
            if (row.Damaged) continue;
            var arrivedAtMs = LogArrival.OfRow(row.Payload);
            if (arrivedAtMs >= retainedMs)
            {
                _oldestKeptMs = arrivedAtMs;
                break;
            }

            through = row.Position;
        }

        return through;
    }
}
