using System.Numerics;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Gathers one member's features into slots as of a day. Sums are whole numbers, so the order of the series, which differs
/// from one symbol table to the next, does not show.
/// </summary>
internal sealed class Gathering(SeriesFeeds feeds)
{
    private readonly PeerAges _peers = new();
    private readonly DayBits _days = new();
    private Gathered[] _gathered = new Gathered[64];
    private int[] _placeOfSlot = [];
    private int _count;
    private long _ownDomainStamp;

    /// <summary>What was gathered, a place for each slot that something went into.</summary>
    public Span<Gathered> Gathered => _gathered.AsSpan(0, _count);

    /// <summary>The member's own e-mail domain as of the day; empty if it is not known.</summary>
    public string OwnDomain { get; private set; } = "";

    /// <summary>Reads features. False if the member has no activity on or before the day.</summary>
    public bool Read(ReadOnlySpan<byte> features, int asOfDay)
    {
        Clear();
        if (features.IsEmpty) return false;
        var reader = new PackedReader(features);
        if (asOfDay < reader.Header.FirstDay) return false;
        while (reader.NextSeries())
        {
            var seriesFeeds = feeds.Of(reader);
            if (seriesFeeds.IsEmpty) continue;
            while (reader.NextCell(out var cell))
            {
                var age = cell.When == Cell.Remainder ? AgeWeights.Undated : asOfDay - Cell.DayOf(cell.When);
                if (age < 0) continue;
                foreach (ref readonly var feed in seriesFeeds) Take(feed, cell, age, asOfDay);
            }
        }
        _peers.AddTo(Gathered, feeds);
        return true;
    }

    /// <summary>What a gathered slot of days adds up to.</summary>
    public Int128 SumOfDays(in Gathered gathered, AgeWeights weights) => _days.Sum(gathered.DayBits, weights);

    private void Clear()
    {
        foreach (ref readonly var gathered in Gathered) _placeOfSlot[gathered.Slot] = 0;
        _count = 0;
        _peers.Clear();
        _days.Clear();
        _ownDomainStamp = 0;
        OwnDomain = "";
    }

    private void Take(in Feed feed, in Cell cell, int age, int asOfDay)
    {
        switch (feed.Role)
        {
            case FeedRole.Sum or FeedRole.Total:
                if (feed.AgeWeights[age] is not 0 and var weight) At(feed.Slot).Sum += Weighted(cell.A, weight);
                break;
            case FeedRole.Loss:
                if (feed.AgeWeights[age] is not 0 and var lossWeight) At(feed.Slot).Sum -= Weighted(cell.A, lossWeight);
                break;
            case FeedRole.Day:
                if (feed.AgeWeights[age] == 0) break;
                ref var days = ref At(feed.Slot);
                if (days.DayBits == 0) days.DayBits = _days.New();
                _days.Set(days.DayBits, age);
                break;
            case FeedRole.Peer:
                if (feed.AgeWeights[age] != 0) _peers.Add(Place(feed.Slot), cell.Sub, age);
                break;
            default:
                TakeLatest(feed, cell, asOfDay);
                break;
        }
    }

    private void TakeLatest(in Feed feed, in Cell cell, int asOfDay)
    {
        // The remainder's stamps hold the day already.
        var stamp = cell.When == Cell.Remainder ? cell.B : (long)Cell.DayOf(cell.When) * UtcDay.Ms + cell.B;
        if ((stamp - 1) / UtcDay.Ms > asOfDay) return;
        if (feed.Role == FeedRole.OwnDomain)
        {
            TakeOwnDomain(feeds.Slot(feed.Slot).Facet, stamp);
            return;
        }
        ref var gathered = ref At(feed.Slot);
        if (feed.Role == FeedRole.Leave)
            gathered.LeaveStamp = Math.Max(gathered.LeaveStamp, stamp);
        else if (stamp > gathered.Stamp || (stamp == gathered.Stamp && cell.A > gathered.Latest))
            (gathered.Stamp, gathered.Latest) = (stamp, cell.A);
    }

    private void TakeOwnDomain(string domain, long stamp)
    {
        var wins = stamp > _ownDomainStamp
            || (stamp == _ownDomainStamp && string.CompareOrdinal(domain, OwnDomain) < 0);
        if (wins) (_ownDomainStamp, OwnDomain) = (stamp, domain);
    }

    private static Int128 Weighted(long sum, long weight) => Math.BigMul(sum, weight);

    private ref Gathered At(int slot)
    {
        // First the place, then the array: finding a place may replace the array by a longer one.
        var place = Place(slot);
        return ref _gathered[place];
    }

    private int Place(int slot)
    {
        if (slot >= _placeOfSlot.Length) Array.Resize(ref _placeOfSlot, Math.Max(64, (int)BitOperations.RoundUpToPowerOf2((uint)slot + 1)));
        // Places are held plus one, so that 0 means none.
        ref var place = ref _placeOfSlot[slot];
        if (place > 0) return place - 1;
        if (_count == _gathered.Length) Array.Resize(ref _gathered, _count * 2);
        _gathered[_count] = new() { Slot = slot };
        place = ++_count;
        return place - 1;
    }
}
