using System.Runtime.InteropServices;

namespace SocialLeads.Scoring.Scores;

/// <summary>The days and people that stand behind the signals that ask for a least number of them.</summary>
internal sealed class Standing(SignalPlan[] plans)
{
    private readonly DayBits _days = new();
    private readonly int[] _daySets = new int[plans.Length];
    private readonly List<(int Signal, long Peer)> _people = [];

    /// <summary>Whether any signal asks.</summary>
    public bool IsAsked { get; } = plans.Any(static plan => plan.Signal.Limits.HasMinimum);

    public void Clear()
    {
        if (!IsAsked) return;
        _days.Clear();
        Array.Clear(_daySets);
        _people.Clear();
    }

    /// <summary>Adds a day, by its age of 0 to <see cref="Models.ModelBounds.HorizonDays"/> days, if the signal asks for days.</summary>
    public void AddDay(int signal, int age)
    {
        if (plans[signal].Signal.Limits.MinDays == 0) return;
        ref var set = ref _daySets[signal];
        if (set == 0) set = _days.New();
        _days.Set(set, age);
    }

    /// <summary>Adds the days of cells that count.</summary>
    public void AddDays(in Feed feed, ReadOnlySpan<AgedCell> cells)
    {
        if (plans[feed.Signal].Signal.Limits.MinDays == 0 || feed.FacetWeight == 0) return;
        foreach (ref readonly var cell in cells)
        {
            if (feed.AgeWeights[cell.Age] != 0) AddDay(feed.Signal, cell.Age);
        }
    }

    /// <summary>Adds the people of cells that count.</summary>
    public void AddPeople(in Feed feed, ReadOnlySpan<AgedCell> cells)
    {
        if (feed.FacetWeight == 0) return;
        foreach (ref readonly var cell in cells)
        {
            if (feed.AgeWeights[cell.Age] != 0) _people.Add((feed.Signal, cell.Peer));
        }
    }

    /// <summary>Tells the signals behind which too little stands.</summary>
    public void FindWanting(bool[] wanting)
    {
        Array.Clear(wanting);
        _people.Sort();
        var people = CollectionsMarshal.AsSpan(_people);
        for (var signal = 0; signal < plans.Length; signal++)
        {
            var limits = plans[signal].Signal.Limits;
            if (!limits.HasMinimum) continue;
            var days = _daySets[signal] == 0 ? 0 : _days.Count(_daySets[signal]);
            wanting[signal] = days < limits.MinDays || (limits.MinPeople > 0 && PeopleOf(signal, people) < limits.MinPeople);
        }
    }

    private static int PeopleOf(int signal, ReadOnlySpan<(int Signal, long Peer)> sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Signal == signal && (i == 0 || sorted[i] != sorted[i - 1])) count++;
        }
        return count;
    }
}
