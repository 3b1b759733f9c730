using System.Threading.Channels;

namespace SocialLeads.Storage.Writing;

/// <summary>
/// Writes on their way to the one thread that makes them, bounded in number. Most go in the order of the calls. Those that may wait have an
/// order of their own, and make the others wait for one transaction of them at a time, however many there are.
/// </summary>
/// <param name="length">Writes of either order that may wait here.</param>
/// <param name="maxBatchWrites">Writes in a transaction.</param>
/// <param name="maxBatchBytes">Bytes after which a transaction takes no further write.</param>
internal sealed class WriteQueue(int length, int maxBatchWrites, int maxBatchBytes)
{
    private readonly Channel<PendingWrite> _prompt = NewChannel(length);
    private readonly Channel<PendingWrite> _patient = NewChannel(length);
    private readonly object _arrivals = new();
    private bool _hasArrived;
    private bool _isClosed;
    private bool _lastTookPatient;

    /// <summary>Waits for room, hands the write over, and waits until it is durable or has failed.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task WriteAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await (write.MayWait ? _patient : _prompt).Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("The store is closed.", e);
        }

        TellOfArrival();
        await write.Completion.WaitAsync(cancellationToken);
    }

    /// <summary>No further writes; those already handed over are still made.</summary>
    public void Close()
    {
        _prompt.Writer.TryComplete();
        _patient.Writer.TryComplete();
        lock (_arrivals) _isClosed = true;
        TellOfArrival();
    }

    /// <summary>
    /// Blocks until there is a write, then takes what waits, within the bounds of one transaction. False when the queue is closed and empty.
    /// </summary>
    public bool TakeBatch(List<PendingWrite> batch)
    {
        batch.Clear();
        while (true)
        {
            // Known before it is looked: what was handed over before the queue was closed is then seen.
            var isClosed = IsClosed();
            var bytes = 0L;
            Fill(batch, _prompt.Reader, ref bytes);
            var prompt = batch.Count;
            // One at least, or they would never be made while there are always enough of the others.
            if ((prompt == 0 || !_lastTookPatient) && TryTake(_patient.Reader, batch, ref bytes)) Fill(batch, _patient.Reader, ref bytes);
            _lastTookPatient = batch.Count > prompt;
            if (batch.Count > 0) return true;
            if (isClosed) return false;
            WaitForArrival();
        }
    }

    private static Channel<PendingWrite> NewChannel(int length) =>
        Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(length) { SingleReader = true });

    private static bool TryTake(ChannelReader<PendingWrite> writes, List<PendingWrite> batch, ref long bytes)
    {
        while (writes.TryRead(out var write))
        {
            if (write.TryCancel())
                continue;

            batch.Add(write);
            bytes += write.Bytes;
            return true;
        }

        return false;
    }

    private void Fill(List<PendingWrite> batch, ChannelReader<PendingWrite> writes, ref long bytes)
    {
        while (batch.Count < maxBatchWrites && bytes < maxBatchBytes)
        {
            if (!TryTake(writes, batch, ref bytes)) return;
        }
    }

    private bool IsClosed()
    {
        lock (_arrivals) return _isClosed;
    }

    private void TellOfArrival()
    {
        lock (_arrivals)
        {
            _hasArrived = true;
            Monitor.Pulse(_arrivals);
        }
    }

    /// <summary>The thread is the writer's own and has nothing else to do; blocking it keeps the disk's waits off the thread pool.</summary>
    private void WaitForArrival()
    {
        lock (_arrivals)
        {
            while (!_hasArrived) Monitor.Wait(_arrivals);
            _hasArrived = false;
        }
    }
}
