using System.Runtime.InteropServices;

namespace SocialLeads.Scoring.Scores;

/// <summary>The peers met under each slot, for counting so many activities with each, the latest first.</summary>
internal sealed class PeerAges
{
    private readonly List<(int Place, long Peer, int Age, long Amount)> _met = [];

    public void Clear() => _met.Clear();

    public void Add(int place, long peer, int age, long amount) => _met.Add((place, peer, age, amount));

    /// <summary>Adds what counts of each peer, weighted by age, to the sum of its slot.</summary>
    public void AddTo(Span<Gathered> gathered, SeriesFeeds feeds)
    {
        if (_met.Count == 0) return;
        _met.Sort();
        var (place, peer, left) = (-1, 0L, 0L);
        foreach (var met in CollectionsMarshal.AsSpan(_met))
        {
            ref var slot = ref gathered[met.Place];
            var plan = feeds.PlanOf(slot.Slot);
            // Sorted, so that the smallest age of each peer comes first.
            if (met.Place != place || met.Peer != peer) (place, peer, left) = (met.Place, met.Peer, plan.MostWithOnePeer);
            if (left == 0) continue;
            var counted = Math.Min(left, met.Amount);
            slot.Sum += Math.BigMul(counted, plan.AgeWeights[met.Age]);
            left -= counted;
        }
    }
}
