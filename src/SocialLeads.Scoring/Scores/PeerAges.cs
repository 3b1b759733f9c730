using System.Runtime.InteropServices;

namespace SocialLeads.Scoring.Scores;

/// <summary>The peers met under each slot, for counting each once, by the latest activity with it.</summary>
internal sealed class PeerAges
{
    private readonly List<(int Place, long Peer, int Age)> _met = [];

    public void Clear() => _met.Clear();

    public void Add(int place, long peer, int age) => _met.Add((place, peer, age));

    /// <summary>Adds each peer's weight to the sum of its slot.</summary>
    public void AddTo(Span<Gathered> gathered, SeriesFeeds feeds)
    {
        if (_met.Count == 0) return;
        _met.Sort();
        var before = (Place: -1, Peer: 0L, Age: 0);
        foreach (var met in CollectionsMarshal.AsSpan(_met))
        {
            // Sorted, so that the smallest age of each peer comes first.
            if (met.Place != before.Place || met.Peer != before.Peer)
            {
                ref var slot = ref gathered[met.Place];
                slot.Sum += feeds.PlanOf(slot.Slot).AgeWeights[met.Age];
            }
            before = met;
        }
    }
}
