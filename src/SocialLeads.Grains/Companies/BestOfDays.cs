using System.Collections.Immutable;
using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Companies;

/// <summary>The best so many members of each of some days.</summary>
/// <param name="days">How many days.</param>
/// <param name="most">How many members of each.</param>
internal sealed class BestOfDays(int days, int most)
{
    private readonly SortedSet<RankedKey>?[] _best = new SortedSet<RankedKey>?[days];

    /// <summary>Adds a member, who is not among a day's members yet.</summary>
    public void Add(int place, RankedKey key)
    {
        var best = _best[place] ??= [];
        best.Add(key);
        if (best.Count > most) best.Remove(best.Max);
    }

    /// <summary>The members of a day, best first.</summary>
    public IEnumerable<RankedKey> Of(int place) => _best[place] ?? [];

    /// <summary>The members of every day; none at all if no day has one.</summary>
    public ImmutableArray<ImmutableArray<RankedKey>> ToImmutable() =>
        Array.TrueForAll(_best, static best => best is null) ? [] : [.. Enumerable.Range(0, days).Select(place => Of(place).ToImmutableArray())];
}
