namespace SocialLeads.Grains.Boards;

/// <summary>Merges sorted keys a few at a time, so that ranking a whole partition is never one long piece of work.</summary>
internal sealed class KeyMerge
{
    private readonly PriorityQueue<(RankedKey[] Keys, int At), RankedKey> _heads;

    public KeyMerge(IEnumerable<RankedKey[]> sorted) =>
        _heads = new(sorted.Where(keys => keys.Length > 0).Select(keys => ((keys, 0), keys[0])));

    public bool IsDone => _heads.Count == 0;

    /// <summary>The next runs of a ranked list, at most so many.</summary>
    public List<List<RankedKey>> Take(int runs)
    {
        var taken = new List<List<RankedKey>>(runs);
        while (taken.Count < runs && !IsDone)
        {
            var run = new List<RankedKey>(RankedList.RunLength);
            while (run.Count < RankedList.RunLength && _heads.TryDequeue(out var head, out var key))
            {
                run.Add(key);
                var next = head.At + 1;
                if (next < head.Keys.Length) _heads.Enqueue((head.Keys, next), head.Keys[next]);
            }

            taken.Add(run);
        }

        return taken;
    }
}
