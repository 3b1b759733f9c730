namespace SocialLeads.Grains.Boards;

/// <summary>Ranks many members at once, as sorted runs for a <see cref="RankedList"/>.</summary>
internal static class RankedRuns
{
    /// <summary>More than any points, which have 31 bits with their sign, leave room for.</summary>
    private const long Above = 1L << 31;
    private const int PlaceBits = 31;

    /// <summary>The members with points in rank order.</summary>
    /// <param name="members">The members' ids, by index.</param>
    /// <param name="points">Their points, by the same index.</param>
    /// <param name="names">Their order.</param>
    public static List<List<RankedKey>> Of(string[] members, MemberPoints points, NameOrder names)
    {
        // Numbers sort many times faster than keys do: points, the best first, above the place that settles equal ones.
        var (keys, count) = (new ulong[members.Length], 0);
        for (var index = 0; index < members.Length; index++)
        {
            if (points[index] is var own && own == MemberPoints.None) continue;
            keys[count++] = (ulong)(Above - own) << PlaceBits | (uint)names.PlaceOf(index);
        }

        Array.Sort(keys, 0, count);
        return Cut(members, keys.AsSpan(0, count), names);
    }

    private static List<List<RankedKey>> Cut(string[] members, ReadOnlySpan<ulong> keys, NameOrder names)
    {
        var runs = new List<List<RankedKey>>(keys.Length / RankedList.RunLength + 1);
        for (; keys.Length > 0; keys = keys[Math.Min(RankedList.RunLength, keys.Length)..])
        {
            var run = new List<RankedKey>(RankedList.RunLength);
            foreach (var key in keys[..Math.Min(RankedList.RunLength, keys.Length)])
            {
                var index = names.IndexAt((int)(key & (1UL << PlaceBits) - 1));
                run.Add(new RankedKey(Above - (long)(key >> PlaceBits), members[index]));
            }

            runs.Add(run);
        }

        return runs;
    }
}
