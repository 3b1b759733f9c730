using System.Collections.Immutable;
using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Ranking;

/// <summary>Merges what partitions have in rank order.</summary>
internal static class SliceMerge
{
    /// <summary>The best of all slices, at most <paramref name="limit"/>.</summary>
    public static ImmutableArray<RankedKey> Best(IReadOnlyList<RankedSlice> slices, int limit)
    {
        var heads = new PriorityQueue<(int Slice, int Place), RankedKey>(slices.Count);
        for (var slice = 0; slice < slices.Count; slice++)
        {
            if (!slices[slice].Keys.IsEmpty) heads.Enqueue((slice, 0), slices[slice].Keys[0]);
        }

        var best = ImmutableArray.CreateBuilder<RankedKey>(Math.Min(limit, slices.Sum(slice => slice.Keys.Length)));
        while (best.Count < limit && heads.TryPeek(out var head, out var key))
        {
            best.Add(key);
            var keys = slices[head.Slice].Keys;
            if (head.Place + 1 < keys.Length) heads.DequeueEnqueue((head.Slice, head.Place + 1), keys[head.Place + 1]);
            else heads.Dequeue();
        }

        return best.DrainToImmutable();
    }
}
