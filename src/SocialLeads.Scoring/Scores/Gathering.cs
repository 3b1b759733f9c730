using System.Numerics;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Patterns;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Gathers one member's features into slots as of a day. Sums are whole numbers, so the order of the series, which differs
/// from one symbol table to the next, does not show.
/// </summary>
internal sealed class Gathering(SeriesFeeds feeds, SignalPlan[] plans)
{
    private readonly RestsByDay _restsByDay = new(plans);

    private readonly AgedCells _cells = new();
    private readonly PeerAges _peers = new();
    private readonly DayBits _days = new();
    private readonly WeekCounts _weeks = new();
    private int _firstDay;
    private Gathered[] _gathered = new Gathered[64];
    private int[] _placeOfSlot = [];
    private int _count;
    private long _ownDomainStamp;

    /// <summary>What was gathered, a place for each slot that something went into.</summary>
    public Span<Gathered> Gathered => _gathered.AsSpan(0, _count);

    /// <summary>What stands behind signals.</summary>
    public Standing Standing { get; } = new(plans);

    /// <summary>The member's own e-mail domain as of the day; empty if it is not known.</summary>
    public string OwnDomain { get; private set; } = "";

    /// <summary>Reads features into slots. False if the member has no activity on or before the day.</summary>
    /// <param name="features">Packed features.</param>
    /// <param name="asOfDay">The day.</param>
    /// <param name="additive">Where additive feeds go instead of their slots; null when each facet is wanted.</param>
    /// <param name="sums">The signals' sums that <paramref name="additive"/> adds to.</param>
    public bool Read(ReadOnlySpan<byte> features, int asOfDay, AdditiveSums? additive, SignalSums[] sums)
    {
        Clear();
        if (features.IsEmpty) return false;
        var reader = new PackedReader(features);
        if (asOfDay < reader.Header.FirstDay) return false;
        _firstDay = reader.Header.FirstDay;
        while (reader.NextSeries())
        {
            var look = feeds.LookAt(reader);
            if (!look.IsFed) continue;
            if (additive is not null && reader.IsSingle && look.IsPlain)
            {
                AddPlain(ref reader, feeds.PlainOf(reader.Series), asOfDay, sums);
                continue;
            }
            ref readonly var series = ref feeds.Of(reader.Series);
            if (additive is not null && reader.IsSingle && look.IsAdditive)
            {
                AddSingle(ref reader, series.Feeds, asOfDay, additive, sums);
                continue;
            }
            _cells.Read(ref reader, asOfDay, series.LatestOnly);
            foreach (ref readonly var feed in series.Feeds.AsSpan())
            {
                if (additive is null || !feed.IsAdditive) Take(feed, asOfDay);
                else if (SumOf(feed) is var sum && sum <= long.MaxValue) additive.Add(feed, (long)sum, sums);
                else additive.Add(feed, sum, sums);
            }
        }
        _peers.AddTo(Gathered, feeds);
        _restsByDay.Finish(this, feeds, Standing);
        return true;
    }

    /// <summary>What a gathered slot of days adds up to.</summary>
    public Int128 SumOfDays(in Gathered gathered, AgeWeights weights) => _days.Sum(gathered.Set, weights);

    /// <summary>How many nines a gathered slot of weeks is beyond what is usual, in 2^-32.</summary>
    public Int128 NinesOfWeeks(in Gathered gathered, SignalPlan plan, int asOfDay)
    {
        var rule = plan.Signal.Pattern;
        var weeksThere = (asOfDay + 1 - _firstDay) / WeekCounts.DaysPerWeek - rule.RecentWeeks;
        var nines = PatternTest.Nines(_weeks.Of(gathered.Set), weeksThere, rule, plan.Signal.Measure == Measure.Onset);
        return (Int128)Math.Round(nines * AgeWeights.One, MidpointRounding.ToEven);
    }

    private void Clear()
    {
        foreach (ref readonly var gathered in Gathered) _placeOfSlot[gathered.Slot] = 0;
        _count = 0;
        _peers.Clear();
        _days.Clear();
        _weeks.Clear();
        _restsByDay.Clear();
        Standing.Clear();
        _ownDomainStamp = 0;
        OwnDomain = "";
    }

    private static void AddPlain(ref PackedReader reader, in PlainFeed feed, int asOfDay, SignalSums[] sums)
    {
        var amount = reader.ReadSingleAmount(out var when);
        var age = when == Cell.Remainder ? AgeWeights.Undated : asOfDay - Cell.DayOf(when);
        if (age < 0) return;
        var weight = feed.AgeWeights[age];
        if (amount < AgeWeights.SmallAmount) AdditiveSums.Add(feed, amount * weight, sums);
        else AdditiveSums.Add(feed, Math.BigMul(amount, weight), sums);
    }

    /// <summary>Nearly half of all series have one cell, and what they add needs no list of cells.</summary>
    private static void AddSingle(ref PackedReader reader, Feed[] feeds, int asOfDay, AdditiveSums additive, SignalSums[] sums)
    {
        reader.NextCell(out var cell);
        var undated = cell.When == Cell.Remainder;
        var age = undated ? AgeWeights.Undated : asOfDay - Cell.DayOf(cell.When);
        if (age < 0) return;
        foreach (ref readonly var feed in feeds.AsSpan())
        {
            var amount = feed.Role == FeedRole.SecondSum ? cell.B : cell.A;
            var weight = feed.AgeWeights[age];
            if (amount < AgeWeights.SmallAmount) additive.Add(feed, amount * weight, sums);
            else additive.Add(feed, Math.BigMul(amount, weight), sums);
        }
    }

    private Int128 SumOf(in Feed feed) => feed.Role == FeedRole.SecondSum
        ? feed.AgeWeights.SumSeconds(_cells.Span)
        : feed.AgeWeights.Sum(_cells.Span);

    private void Take(in Feed feed, int asOfDay)
    {
        if (feed.IsLimited && feed.Role != FeedRole.People)
        {
            if (plans[feed.Signal].HasRest) _restsByDay.Add(feed, _cells.Span);
            else Standing.AddDays(feed, _cells.Span);
        }
        switch (feed.Role)
        {
            case FeedRole.Total when feed.IsLimited:
                // What no facet has is found day by day once all facets are known.
                break;
            case FeedRole.Sum or FeedRole.SecondSum when feed.IsLimited:
                AddSum(feed.Slot, feed.AgeWeights.SumWithinDays(_cells.Span, plans[feed.Signal], feed.Role == FeedRole.SecondSum));
                break;
            case FeedRole.People:
                Standing.AddPeople(feed, _cells.Span);
                break;
            case FeedRole.Sum or FeedRole.SecondSum or FeedRole.Total:
                AddSum(feed.Slot, SumOf(feed));
                break;
            case FeedRole.Loss:
                AddSum(feed.Slot, -SumOf(feed));
                break;
            case FeedRole.Day:
                TakeDays(feed);
                break;
            case FeedRole.Week:
                TakeWeeks(feed);
                break;
            case FeedRole.Peer:
                TakePeers(feed);
                break;
            default:
                foreach (ref readonly var cell in _cells.Span) TakeLatest(feed, cell, asOfDay);
                break;
        }
    }

    /// <summary>Adds to a slot.</summary>
    public void AddSum(int slot, Int128 sum)
    {
        if (sum != 0) At(slot).Sum += sum;
    }

    private void TakeDays(in Feed feed)
    {
        foreach (ref readonly var cell in _cells.Span)
        {
            if (feed.AgeWeights[cell.Age] == 0) continue;
            ref var days = ref At(feed.Slot);
            if (days.Set == 0) days.Set = _days.New();
            _days.Set(days.Set, cell.Age);
        }
    }

    private void TakeWeeks(in Feed feed)
    {
        ref var weeks = ref At(feed.Slot);
        if (weeks.Set == 0) weeks.Set = _weeks.New();
        foreach (ref readonly var cell in _cells.Span) _weeks.Add(weeks.Set, cell.Age, plans[feed.Signal].WithinDay(cell.Amount));
    }

    private void TakePeers(in Feed feed)
    {
        foreach (ref readonly var cell in _cells.Span)
        {
            if (feed.AgeWeights[cell.Age] != 0) _peers.Add(Place(feed.Slot), cell.Peer, cell.Age, cell.Amount);
        }
    }

    private void TakeLatest(in Feed feed, in AgedCell cell, int asOfDay)
    {
        if ((cell.Stamp - 1) / UtcDay.Ms > asOfDay) return;
        if (feed.Role == FeedRole.OwnDomain)
        {
            TakeOwnDomain(feeds.Slot(feed.Slot).Facet, cell.Stamp);
            return;
        }
        ref var gathered = ref At(feed.Slot);
        if (feed.Role == FeedRole.Leave)
            gathered.LeaveStamp = Math.Max(gathered.LeaveStamp, cell.Stamp);
        else if (cell.Stamp > gathered.Stamp || (cell.Stamp == gathered.Stamp && cell.Amount > gathered.Latest))
            (gathered.Stamp, gathered.Latest) = (cell.Stamp, cell.Amount);
    }

    private void TakeOwnDomain(string domain, long stamp)
    {
        var wins = stamp > _ownDomainStamp
            || (stamp == _ownDomainStamp && string.CompareOrdinal(domain, OwnDomain) < 0);
        if (wins) (_ownDomainStamp, OwnDomain) = (stamp, domain);
    }

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
