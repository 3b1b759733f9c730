namespace SocialLeads.Grains.Boards;

/// <summary>
/// Keys in rank order, with insertion, removal and counting in the square root of the size: sorted runs of
/// bounded length, whose lengths add up to a rank. Runs beat a balanced tree here because most of the work is
/// reading the head of the list and counting, and both walk over memory that lies together.
/// </summary>
internal sealed class RankedList
{
    private const int LongestRun = 1024;

    private readonly List<List<RankedKey>> _runs = [];

    public int Count { get; private set; }

    /// <summary>Replaces the contents by <paramref name="keys"/>, in any order.</summary>
    public void Fill(List<RankedKey> keys)
    {
        keys.Sort();
        _runs.Clear();
        Count = keys.Count;
        for (var start = 0; start < keys.Count; start += LongestRun / 2)
            _runs.Add(keys.GetRange(start, Math.Min(LongestRun / 2, keys.Count - start)));
    }

    /// <summary>Adds a key that is not in the list.</summary>
    public void Add(RankedKey key)
    {
        Count++;
        if (_runs.Count == 0)
        {
            _runs.Add([key]);
            return;
        }

        var at = Math.Min(RunOf(key), _runs.Count - 1);
        var run = _runs[at];
        run.Insert(~run.BinarySearch(key), key);
        if (run.Count <= LongestRun) return;
        _runs.Insert(at + 1, run.GetRange(run.Count / 2, run.Count - run.Count / 2));
        run.RemoveRange(run.Count / 2, run.Count - run.Count / 2);
    }

    /// <summary>Takes out a key that is in the list.</summary>
    /// <exception cref="InvalidOperationException">It is not: the list and its owner disagree.</exception>
    public void Remove(RankedKey key)
    {
        var at = RunOf(key);
        var index = at < _runs.Count ? _runs[at].BinarySearch(key) : -1;
        if (index < 0) throw new InvalidOperationException("The key to remove is not in the ranked list.");
        _runs[at].RemoveAt(index);
        if (_runs[at].Count == 0) _runs.RemoveAt(at);
        Count--;
    }

    /// <summary>How many keys stand before <paramref name="key"/>, whether or not it is in the list itself.</summary>
    public int CountBefore(RankedKey key)
    {
        var at = RunOf(key);
        var before = 0;
        for (var i = 0; i < at; i++) before += _runs[i].Count;
        if (at == _runs.Count) return before;
        var index = _runs[at].BinarySearch(key);
        return before + (index < 0 ? ~index : index);
    }

    /// <summary>At most <paramref name="limit"/> keys behind <paramref name="after"/>, or from the head when it is null.</summary>
    public IEnumerable<RankedKey> Take(RankedKey? after, int limit)
    {
        var at = 0;
        var index = 0;
        if (after is { } key)
        {
            at = RunOf(key);
            if (at == _runs.Count) yield break;
            index = _runs[at].BinarySearch(key);
            index = index < 0 ? ~index : index + 1;
        }

        for (; at < _runs.Count; at++, index = 0)
        {
            for (; index < _runs[at].Count; index++)
            {
                if (limit-- <= 0) yield break;
                yield return _runs[at][index];
            }
        }
    }

    /// <summary>The first run whose last key is not before <paramref name="key"/>; the number of runs if there is none.</summary>
    private int RunOf(RankedKey key)
    {
        int low = 0, high = _runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle][^1] < key) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
