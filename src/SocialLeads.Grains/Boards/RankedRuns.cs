using System.Buffers;

namespace SocialLeads.Grains.Boards;

/// <summary>Ranks many members at once, as sorted runs for a <see cref="RankedList"/>.</summary>
internal static class RankedRuns
{
    /// <summary>More than any points, which have 31 bits with their sign, leave room for.</summary>
    private const long Above = 1L << 31;
    private const int PlaceBits = 31;

    /// <summary>The members with points in rank order.</summary>
    /// <param name="points">The members' points, by index.</param>
    /// <param name="names">Their order.</param>
    public static List<List<RankedKey>> Of(MemberPoints points, NameOrder names)
    {
        // Numbers sort many times faster than keys do: points, the best first, above the place that settles equal ones.
        var (keys, count) = (ArrayPool<ulong>.Shared.Rent(names.Count), 0);
        for (var index = 0; index < names.Count; index++)
        {
            if (points[index] is var own && own == MemberPoints.None) continue;
            keys[count++] = (ulong)(Above - own) << PlaceBits | (uint)names.PlaceOf(index);
        }

        DigitSort.Sort(keys.AsSpan(0, count));
        var runs = Cut(keys.AsSpan(0, count), names);
        ArrayPool<ulong>.Shared.Return(keys);
        return runs;
    }

    private static List<List<RankedKey>> Cut(ReadOnlySpan<ulong> keys, NameOrder names)
    {
        var runs = new List<List<RankedKey>>(keys.Length / RankedList.RunLength + 1);
        for (; keys.Length > 0; keys = keys[Math.Min(RankedList.RunLength, keys.Length)..])
        {
            var run = new List<RankedKey>(RankedList.RunLength);
            foreach (var key in keys[..Math.Min(RankedList.RunLength, keys.Length)])
                run.Add(new RankedKey(Above - (long)(key >> PlaceBits), names.NameAt((int)(key & (1UL << PlaceBits) - 1))));

            runs.Add(run);
        }

        return runs;
    }
}
