using System.Collections.Concurrent;

namespace SocialLeads.Faults.Traffic;

/// <summary>What a client is to send next: what is in doubt first, from a queue that all clients share, then new batches as long as wanted.</summary>
/// <param name="carried">Batches whose sending must not be forgotten; what is left in it was not sent.</param>
/// <param name="makeNew">Makes a further batch; null when the client has sent enough.</param>
internal sealed class BatchSource(ConcurrentQueue<Batch> carried, Func<Batch?> makeNew)
{
    public Batch? Next() => carried.TryDequeue(out var batch) ? batch : makeNew();
}
