using System.Collections.Immutable;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>A partition's members ranked under one model as of one day, kept up to date as members change.</summary>
/// <param name="key">The model and the day.</param>
/// <param name="scorer">A scorer of the model.</param>
/// <param name="points">What each member is ranked by, at its index.</param>
/// <param name="ranked">Exactly the members with points.</param>
internal class Board(BoardKey key, Scorer scorer, MemberPoints points, RankedList ranked)
{
    public BoardKey Key => key;

    public int Count => ranked.Count;

    /// <summary>The number of the first change that the board does not show yet.</summary>
    public long Seen { get; set; }

    /// <summary>Grows with every use of any board of the partition.</summary>
    public long LastUse { get; set; }

    /// <summary>Upkeeps since the last use.</summary>
    public int UpkeepsUnused { get; set; }

    /// <summary>Upkeeps since somebody read it; very many if nobody has.</summary>
    public int UpkeepsUnread { get; set; } = int.MaxValue;

    /// <summary>Ranks a member, whose features are in memory, by what they are now.</summary>
    public void Update(MemberEntry entry) => Place(entry, OwnPoints.Of(scorer, entry.Features, key.Id.AsOfDay));

    /// <summary>Ranks a member by what was scored.</summary>
    public virtual void Place(MemberEntry entry, OwnPoints own) => Rank(entry, own.Thousandths);

    /// <summary>Ranks a member by these points, or not at all.</summary>
    protected void Rank(MemberEntry entry, long now)
    {
        var known = points[entry.Index];
        if (now == known) return;
        if (known != MemberPoints.None) ranked.Remove(new RankedKey(known, entry.Member));
        if (now != MemberPoints.None) ranked.Add(new RankedKey(now, entry.Member));
        points[entry.Index] = now;
    }

    public ImmutableArray<RankedKey> Take(RankedKey? after, int limit) => ranked.Take(after, limit);

    public int CountBefore(RankedKey place) => ranked.CountBefore(place);
}
