using System.Threading.Channels;

namespace SocialLeads.Storage.Writing;

/// <summary>Writes on their way to the one thread that makes them, in the order of the calls, bounded in number.</summary>
internal sealed class WriteQueue(int length, int maxBatchWrites, int maxBatchBytes) : IDisposable
{
    private readonly Channel<PendingWrite> _writes =
        Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(length) { SingleReader = true });

    private readonly AutoResetEvent _arrived = new(initialState: false);

    /// <summary>Waits for room, hands the write over, and waits until it is durable or has failed.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task WriteAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await _writes.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("The store is closed.", e);
        }

        await write.Completion.WaitAsync(cancellationToken);
    }

    /// <summary>No further writes; those already handed over are still made.</summary>
    public void Close() => _writes.Writer.TryComplete();

    /// <summary>No further writes, and none of those already handed over: there is nobody to make them.</summary>
    public void Abandon(Exception cause)
    {
        Close();
        while (_writes.Reader.TryRead(out var write)) write.Fail(cause);
    }

    /// <summary>
    /// Blocks until there is a write, then takes all that wait, within the bounds of one transaction. False when the queue is
    /// closed and empty.
    /// </summary>
    public bool TakeBatch(List<PendingWrite> batch)
    {
        batch.Clear();
        var bytes = 0L;
        while (batch.Count == 0)
        {
            if (!WaitForWrite())
                return false;

            while (batch.Count < maxBatchWrites && bytes < maxBatchBytes && _writes.Reader.TryRead(out var write))
            {
                if (write.TryCancel())
                    continue;

                batch.Add(write);
                bytes += write.Bytes;
            }
        }

        return true;
    }

    public void Dispose() => _arrived.Dispose();

    private bool WaitForWrite()
    {
        // The thread is the writer's own and has nothing else to do; blocking it keeps the disk's waits off the thread pool.
        var ready = _writes.Reader.WaitToReadAsync().AsTask().GetAwaiter();
        if (!ready.IsCompleted)
        {
            ready.UnsafeOnCompleted(() => _arrived.Set());
            _arrived.WaitOne();
        }

        return ready.GetResult();
    }
}
