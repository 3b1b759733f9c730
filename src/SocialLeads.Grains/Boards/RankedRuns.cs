using SocialLeads.Scoring;

namespace SocialLeads.Grains.Boards;

/// <summary>Ranks many members at once, as sorted runs for a <see cref="RankedList"/>.</summary>
internal static class RankedRuns
{
    /// <summary>The members with points in rank order.</summary>
    /// <param name="members">The members' ids, by index.</param>
    /// <param name="points">Their points, by the same index.</param>
    public static List<List<RankedKey>> Of(string[] members, MemberPoints points)
    {
        // Numbers sort many times faster than keys do; whoever has equal points is told apart afterwards.
        var (negated, order, count) = (new long[members.Length], new int[members.Length], 0);
        for (var index = 0; index < members.Length; index++)
        {
            if (points[index] is var own && own == MemberPoints.None) continue;
            (negated[count], order[count++]) = (-own, index);
        }

        negated.AsSpan(0, count).Sort(order.AsSpan(0, count));
        SortEqual(members, negated.AsSpan(0, count), order);
        return Cut(members, negated.AsSpan(0, count), order);
    }

    private static void SortEqual(string[] members, ReadOnlySpan<long> negated, int[] order)
    {
        var beginnings = CodePointOrder.Beginnings(members);
        for (var start = 0; start < negated.Length;)
        {
            var end = start + 1;
            while (end < negated.Length && negated[end] == negated[start]) end++;
            if (end - start > 1) order.AsSpan(start, end - start).Sort(Compare);
            start = end;
        }

        int Compare(int left, int right)
        {
            var byBeginning = beginnings[left].CompareTo(beginnings[right]);
            return byBeginning != 0 ? byBeginning : CodePointOrder.Compare(members[left], members[right]);
        }
    }

    private static List<List<RankedKey>> Cut(string[] members, ReadOnlySpan<long> negated, int[] order)
    {
        var runs = new List<List<RankedKey>>(negated.Length / RankedList.RunLength + 1);
        for (var start = 0; start < negated.Length; start += RankedList.RunLength)
        {
            var run = new List<RankedKey>(RankedList.RunLength);
            for (var place = start; place < Math.Min(start + RankedList.RunLength, negated.Length); place++)
                run.Add(new RankedKey(-negated[place], members[order[place]]));
            runs.Add(run);
        }

        return runs;
    }
}
