namespace SocialLeads.Scoring.Accuracy;

/// <summary>
/// Draws members with replacement, each with all of its days, as many of those with a positive outcome on any day, and of the
/// others, as there are. Days of one member are alike: drawing them one by one would promise more than is known.
/// </summary>
internal sealed class MemberDraws
{
    private readonly int[][] _strata;
    private readonly int[] _counts;
    private SeededRandom _random;

    public MemberDraws(Panel panel, ulong seed)
    {
        var end = panel.MembersEnd;
        var (there, positive) = (new bool[end], new bool[end]);
        foreach (var day in panel.Days)
        {
            for (var row = 0; row < day.Members.Count; row++)
            {
                there[day.Members[row]] = true;
                positive[day.Members[row]] |= day.Positive[row];
            }
        }
        var members = Enumerable.Range(0, end).Where(member => there[member]).ToArray();
        _strata = [[.. members.Where(member => positive[member])], [.. members.Where(member => !positive[member])]];
        _counts = new int[end];
        _random = new(seed);
    }

    /// <summary>How often each member was drawn, in an array that the next draw overwrites.</summary>
    public int[] Next()
    {
        Array.Clear(_counts);
        foreach (var stratum in _strata)
        {
            for (var i = 0; i < stratum.Length; i++) _counts[stratum[_random.Next(stratum.Length)]]++;
        }
        return _counts;
    }
}
