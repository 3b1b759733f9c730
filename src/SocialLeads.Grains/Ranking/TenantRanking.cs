using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Ranking;

/// <summary>
/// The ranked list of a tenant, as a merge of its partitions' boards. There is no grain that all of a tenant's scores go
/// through, so none can become the bottleneck.
/// </summary>
public sealed class TenantRanking(IGrainFactory grains, PartitionRouter router, TenantPartitions partitions)
{
    private readonly ScoreRounds _rounds = new(new ScoreRound(router, partitions));

    /// <summary>At most <paramref name="limit"/> members in rank order behind <paramref name="after"/>, or from the best.</summary>
    public async Task<RankedPage> List(string tenant, BoardId board, RankedKey? after, int limit)
    {
        var slices = await partitions.AskAllAsync(tenant, partition => partition.ListRanked(board, after, limit));
        var keys = SliceMerge.Best(slices, limit);
        var total = slices.Sum(slice => (long)slice.Total);
        if (after is null || keys.IsEmpty) return new RankedPage(keys, 1, total);
        var counts = await partitions.AskAllAsync(tenant, partition => partition.CountBefore(board, [keys[0]]));
        return new RankedPage(keys, 1 + counts.Sum(count => (long)count.Before[0]), total);
    }

    /// <summary>The scores of some members and where they stand.</summary>
    public Task<RankedScores> Rank(string tenant, BoardId board, IReadOnlyList<string> members) =>
        _rounds.Ask(new ScoreQuestion(tenant, board, members, ranked: true));

    /// <summary>The scores of some members.</summary>
    public Task<RankedScores> Score(string tenant, BoardId board, IReadOnlyList<string> members) =>
        _rounds.Ask(new ScoreQuestion(tenant, board, members, ranked: false));

    /// <summary>A member's score day by day from a day to the board's; null for an unknown member.</summary>
    public Task<ScoreHistory?> History(string tenant, BoardId board, string member, int fromDay) =>
        grains.GetGrain<IMemberGrain>(MemberKey.Format(tenant, member)).History(tenant, member, board, fromDay);

    /// <summary>What a member was busy with in so many days up to a day; null without activity on or before the day.</summary>
    public Task<MemberTopics?> Topics(string tenant, string member, int asOfDay, int days, int most) =>
        grains.GetGrain<IMemberGrain>(MemberKey.Format(tenant, member)).Topics(tenant, member, asOfDay, days, most);
}

/// <summary>Members in rank order.</summary>
/// <param name="Keys">Best first.</param>
/// <param name="FirstRank">The rank of the first key, from 1.</param>
/// <param name="Total">How many members are ranked in all.</param>
public sealed record RankedPage(ImmutableArray<RankedKey> Keys, long FirstRank, long Total);
