using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// Keys in rank order, with insertion and removal in about the square root of the size and counting in its logarithm: sorted
/// runs of bounded length. Runs beat a balanced tree here because most of the work is reading the head of the list, which
/// walks over memory that lies together.
/// </summary>
internal sealed class RankedList
{
    /// <summary>The length of a run in a list that is made whole: half of the longest, so that runs can grow.</summary>
    public const int RunLength = LongestRun / 2;

    private const int LongestRun = 256;

    private readonly List<RankedRun> _runs;
    // The last key of each run, together: a search in the runs themselves would wait for memory at every step.
    private readonly List<RankedKey> _lasts;
    private readonly RunLengths _lengths = new();

    public RankedList()
        : this([])
    {
    }

    /// <summary>A list that takes over sorted runs, none of them empty, each behind the one before.</summary>
    public RankedList(List<RankedRun> runs)
    {
        _runs = runs;
        _lasts = runs.ConvertAll(static run => run.Last);
        _lengths.Reset(runs);
        Count = _lengths.Before(runs.Count);
    }

    public int Count { get; private set; }

    /// <summary>Adds a key that is not in the list.</summary>
    public void Add(RankedKey key)
    {
        Count++;
        if (_runs.Count == 0)
        {
            _runs.Add(new([key]));
            _lasts.Add(key);
            _lengths.Reset(_runs);
            return;
        }

        var at = Math.Min(RunOf(key), _runs.Count - 1);
        var run = _runs[at].Keys;
        run.Insert(PlaceIn(run, key), key);
        _lasts[at] = run[^1];
        if (run.Count <= LongestRun)
        {
            _lengths.Grow(at, 1);
            return;
        }

        _runs.Insert(at + 1, new(run.GetRange(run.Count / 2, run.Count - run.Count / 2)));
        _lasts.Insert(at + 1, run[^1]);
        run.RemoveRange(run.Count / 2, run.Count - run.Count / 2);
        _lasts[at] = run[^1];
        _lengths.Reset(_runs);
    }

    /// <summary>Takes out a key that is in the list.</summary>
    /// <exception cref="InvalidOperationException">It is not: the list and its owner disagree.</exception>
    public void Remove(RankedKey key)
    {
        var at = RunOf(key);
        var run = at < _runs.Count ? _runs[at].Keys : [];
        var index = PlaceIn(run, key);
        if (index == run.Count || run[index] != key) throw new InvalidOperationException("The key to remove is not in the ranked list.");
        run.RemoveAt(index);
        Count--;
        if (run.Count > 0)
        {
            _lasts[at] = run[^1];
            _lengths.Grow(at, -1);
            return;
        }

        _runs.RemoveAt(at);
        _lasts.RemoveAt(at);
        _lengths.Reset(_runs);
    }

    /// <summary>How many keys stand before <paramref name="key"/>, whether or not it is in the list itself.</summary>
    public int CountBefore(RankedKey key)
    {
        var at = RunOf(key);
        var before = _lengths.Before(at);
        return at == _runs.Count ? before : before + PlaceIn(_runs[at].Keys, key);
    }

    /// <summary>At most <paramref name="limit"/> keys behind <paramref name="after"/>, or from the head when it is null.</summary>
    public ImmutableArray<RankedKey> Take(RankedKey? after, int limit)
    {
        var (at, index) = (0, 0);
        if (after is { } key)
        {
            at = RunOf(key);
            if (at == _runs.Count) return [];
            index = PlaceIn(_runs[at].Keys, key);
            if (_runs[at].Keys[index] == key) index++;
        }

        var taken = ImmutableArray.CreateBuilder<RankedKey>(Math.Min(limit, Count - _lengths.Before(at) - index));
        for (; at < _runs.Count && taken.Count < taken.Capacity; at++, index = 0)
        {
            var keys = CollectionsMarshal.AsSpan(_runs[at].Keys)[index..];
            taken.AddRange(keys[..Math.Min(keys.Length, taken.Capacity - taken.Count)]);
        }

        return taken.MoveToImmutable();
    }

    /// <summary>The first run whose last key is not before <paramref name="key"/>; the number of runs if there is none.</summary>
    private int RunOf(in RankedKey key) => PlaceIn(_lasts, key);

    /// <summary>How many of some keys in rank order stand before <paramref name="key"/>.</summary>
    private static int PlaceIn(List<RankedKey> sorted, in RankedKey key)
    {
        var keys = CollectionsMarshal.AsSpan(sorted);
        int low = 0, high = keys.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle] < key) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
