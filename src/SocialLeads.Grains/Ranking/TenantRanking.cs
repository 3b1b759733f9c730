using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Ranking;

/// <summary>
/// The ranked list of a tenant, as a merge of its partitions' boards. There is no grain that all of a tenant's scores go
/// through, so none can become the bottleneck.
/// </summary>
public sealed class TenantRanking(IGrainFactory grains, PartitionRouter router)
{
    /// <summary>At most <paramref name="limit"/> members in rank order behind <paramref name="after"/>, or from the best.</summary>
    public async Task<RankedPage> List(string tenant, BoardId board, RankedKey? after, int limit)
    {
        var slices = await Task.WhenAll(PartitionsOf(tenant).Select(partition => partition.ListRanked(board, after, limit)));
        var keys = slices.SelectMany(slice => slice.Keys).Order().Take(limit).ToImmutableArray();
        var total = slices.Sum(slice => (long)slice.Total);
        if (after is null || keys.IsEmpty) return new RankedPage(keys, 1, total);
        var standings = await Stand(tenant, board, [keys[0]]);
        return new RankedPage(keys, standings.Ranks[0], total);
    }

    /// <summary>The rank of each key, from 1, and how many members are ranked.</summary>
    public async Task<Standings> Stand(string tenant, BoardId board, ImmutableArray<RankedKey> keys)
    {
        var counts = await Task.WhenAll(PartitionsOf(tenant).Select(partition => partition.CountBefore(board, keys)));
        var ranks = keys.Select((_, index) => 1 + counts.Sum(count => (long)count.Before[index])).ToImmutableArray();
        return new Standings(ranks, counts.Sum(count => (long)count.Total));
    }

    /// <summary>The scores of some members, null for those without activity on or before the board's day.</summary>
    public Task<MemberScore?[]> Score(string tenant, BoardId board, IEnumerable<string> members) => Task.WhenAll(
        members.Select(member => grains.GetGrain<IMemberGrain>(MemberKey.Format(tenant, member)).Score(tenant, member, board)));

    private IEnumerable<IPartitionGrain> PartitionsOf(string tenant) =>
        router.PartitionsOf(tenant).Select(id => grains.GetGrain<IPartitionGrain>(PartitionKey.Format(id)));
}

/// <summary>Members in rank order.</summary>
/// <param name="Keys">Best first.</param>
/// <param name="FirstRank">The rank of the first key, from 1.</param>
/// <param name="Total">How many members are ranked in all.</param>
public sealed record RankedPage(ImmutableArray<RankedKey> Keys, long FirstRank, long Total);

/// <summary>Where members stand.</summary>
/// <param name="Ranks">From 1, one for each key asked about.</param>
/// <param name="Total">How many members are ranked in all.</param>
public sealed record Standings(ImmutableArray<long> Ranks, long Total);
