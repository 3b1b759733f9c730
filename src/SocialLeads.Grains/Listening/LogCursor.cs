using SocialLeads.Storage;

namespace SocialLeads.Grains.Listening;

/// <summary>Reads a log on from where it was read to, so that of a page that is taken in several slices nothing is read twice.</summary>
internal sealed class LogCursor(IPartitionStore store) : IAsyncDisposable
{
    private IAsyncEnumerator<LogRead>? _rows;
    private LogRead? _next;
    private long _position;

    /// <summary>The first row behind a position, which is not taken yet; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be read.</exception>
    public async ValueTask<LogRead?> PeekAsync(long after)
    {
        if (_rows is null || _position != after)
        {
            await DisposeAsync();
            _rows = store.ReadLogAsync(after, CancellationToken.None).GetAsyncEnumerator();
            (_position, _next) = (after, null);
        }

        if (_next is not null) return _next;
        if (await _rows.MoveNextAsync()) return _next = _rows.Current;
        // Asked again, it looks again: more may have been written.
        await DisposeAsync();
        return null;
    }

    /// <summary>Takes the row that was looked at.</summary>
    public void Take()
    {
        _position = _next?.Position ?? throw new InvalidOperationException("There is no row to take.");
        _next = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_rows is null) return;
        var rows = _rows;
        _rows = null;
        await rows.DisposeAsync();
    }
}
