using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>A partition's members ranked under one model as of one day, kept up to date as members change.</summary>
internal sealed class Board
{
    private const long NotRanked = long.MinValue;

    private readonly Scorer _scorer;
    private readonly int _asOfDay;
    private readonly RankedList _ranked = new();
    private long[] _points;

    public Board(Scorer scorer, int asOfDay, IReadOnlyList<MemberEntry> members)
    {
        _scorer = scorer;
        _asOfDay = asOfDay;
        _points = new long[Math.Max(16, members.Count)];
        Array.Fill(_points, NotRanked);
        var keys = new List<RankedKey>(members.Count);
        foreach (var entry in members)
        {
            if (!scorer.TryPoints(entry.Features, asOfDay, out var points)) continue;
            _points[entry.Index] = points.Thousandths;
            keys.Add(new RankedKey(points.Thousandths, entry.Member));
        }

        _ranked.Fill(keys);
    }

    public int Count => _ranked.Count;

    public void Update(MemberEntry entry)
    {
        EnsureRoom(entry.Index);
        var points = _scorer.TryPoints(entry.Features, _asOfDay, out var scored) ? scored.Thousandths : NotRanked;
        ref var known = ref _points[entry.Index];
        if (points == known) return;
        if (known != NotRanked) _ranked.Remove(new RankedKey(known, entry.Member));
        if (points != NotRanked) _ranked.Add(new RankedKey(points, entry.Member));
        known = points;
    }

    public IEnumerable<RankedKey> Take(RankedKey? after, int limit) => _ranked.Take(after, limit);

    public int CountBefore(RankedKey key) => _ranked.CountBefore(key);

    private void EnsureRoom(int index)
    {
        if (index < _points.Length) return;
        var length = _points.Length;
        Array.Resize(ref _points, Math.Max(index + 1, length * 2));
        Array.Fill(_points, NotRanked, length, _points.Length - length);
    }
}
