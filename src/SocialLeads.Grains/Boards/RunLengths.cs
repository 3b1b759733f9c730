namespace SocialLeads.Grains.Boards;

/// <summary>
/// The lengths of a row of runs, with the sum of the first so many in the logarithm of their number: a Fenwick tree. A run more
/// or less has it built anew, which comes up once in hundreds of changes.
/// </summary>
internal sealed class RunLengths
{
    private int[] _sums = [];

    /// <summary>Takes over the lengths of all runs, in their order.</summary>
    public void Reset(List<RankedRun> runs)
    {
        if (_sums.Length != runs.Count + 1) _sums = new int[runs.Count + 1];
        for (var at = 1; at < _sums.Length; at++) _sums[at] = runs[at - 1].Count;
        for (var at = 1; at < _sums.Length; at++)
        {
            var parent = at + (at & -at);
            if (parent < _sums.Length) _sums[parent] += _sums[at];
        }
    }

    /// <summary>The run at this place is longer by so much.</summary>
    public void Grow(int run, int by)
    {
        for (var at = run + 1; at < _sums.Length; at += at & -at) _sums[at] += by;
    }

    /// <summary>The length of all runs before this one together.</summary>
    public int Before(int run)
    {
        var sum = 0;
        for (var at = run; at > 0; at -= at & -at) sum += _sums[at];
        return sum;
    }
}
