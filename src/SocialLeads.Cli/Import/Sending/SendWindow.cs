namespace SocialLeads.Cli.Import.Sending;

/// <summary>The requests that are on the way: a bounded queue in the order of sending.</summary>
internal sealed class SendWindow(int size) : IDisposable
{
    private readonly SemaphoreSlim _room = new(size);
    private readonly Queue<Batch> _waiting = new();
    private readonly Lock _lock = new();

    /// <summary>Waits until one more request may be on the way.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken) => _room.WaitAsync(cancellationToken);

    /// <summary>Takes the room that was waited for.</summary>
    public void Add(Batch batch)
    {
        lock (_lock)
            _waiting.Enqueue(batch);
    }

    /// <summary>Gives back room that was waited for and not taken.</summary>
    public void GiveBack() => _room.Release();

    /// <summary>What is on the way, oldest first.</summary>
    public IReadOnlyList<Batch> Waiting()
    {
        lock (_lock)
            return [.. _waiting];
    }

    /// <summary>The oldest request was acknowledged. Null when that is not the one with this sequence.</summary>
    public Batch? Acknowledge(long sequence)
    {
        lock (_lock)
        {
            if (!_waiting.TryPeek(out var oldest) || oldest.Sequence != sequence)
                return null;
            _waiting.Dequeue();
            _room.Release();
            return oldest;
        }
    }

    public void Dispose() => _room.Dispose();
}
