using System.Buffers;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// Many members in rank order, as numbers: half the size of keys, and nothing that the garbage collector has to follow. Immutable.
/// </summary>
internal sealed class PackedRanking
{
    /// <summary>More than any points, which have 31 bits with their sign, leave room for.</summary>
    private const long Above = 1L << 31;
    private const int PlaceBits = 31;

    private readonly ulong[] _keys;
    private readonly NameOrder _names;

    /// <summary>Ranks the members with points.</summary>
    /// <param name="points">The members' points, by index.</param>
    /// <param name="names">Their order.</param>
    public PackedRanking(MemberPoints points, NameOrder names)
    {
        // Numbers sort many times faster than keys do: points, the best first, above the place that settles equal ones. Taken by their
        // places, they are in the order of these before they are sorted.
        var (keys, count) = (ArrayPool<ulong>.Shared.Rent(names.Count), 0);
        for (var place = 0; place < names.Count; place++)
        {
            if (points[names.IndexAt(place)] is var own && own == MemberPoints.None) continue;
            keys[count++] = (ulong)(Above - own) << PlaceBits | (uint)place;
        }

        DigitSort.SortFrom(PlaceBits, keys.AsSpan(0, count));
        _keys = keys.AsSpan(0, count).ToArray();
        _names = names;
        ArrayPool<ulong>.Shared.Return(keys);
    }

    /// <summary>The key at a place of the ranking, from 0.</summary>
    public RankedKey KeyAt(int place)
    {
        var key = _keys[place];
        return new(Above - (long)(key >> PlaceBits), _names.NameAt((int)(key & (1UL << PlaceBits) - 1)));
    }

    /// <summary>The ranking as runs of a list.</summary>
    public List<RankedRun> Cut()
    {
        var runs = new List<RankedRun>(_keys.Length / RankedList.RunLength + 1);
        for (var start = 0; start < _keys.Length; start += RankedList.RunLength)
            runs.Add(new(this, start, Math.Min(RankedList.RunLength, _keys.Length - start)));

        return runs;
    }
}
