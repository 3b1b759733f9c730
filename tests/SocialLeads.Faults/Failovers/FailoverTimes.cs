using System.Globalization;

namespace SocialLeads.Faults.Failovers;

/// <summary>What one kill cost, seen by clients of the node that lived.</summary>
/// <param name="Moved">Partitions that the killed node had.</param>
/// <param name="FirstWrite">Until a partition that had moved took a write; null when none moved.</param>
/// <param name="LastWrite">Until every partition took writes.</param>
/// <param name="AllMembers">Until it answered for all members.</param>
/// <param name="LongestGap">The longest that a partition took no write.</param>
internal sealed record FailoverTimes(int Moved, TimeSpan? FirstWrite, TimeSpan LastWrite, TimeSpan AllMembers, TimeSpan LongestGap)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Moved} partitions moved; first write to one after {FirstWrite?.TotalSeconds ?? double.NaN:0.0} s, to all after {LastWrite.TotalSeconds:0.0} s, "
        + $"all members answered after {AllMembers.TotalSeconds:0.0} s, longest gap {LongestGap.TotalSeconds:0.0} s");

    /// <summary>The median and the largest of each.</summary>
    public static string Summarize(IReadOnlyList<FailoverTimes> all) =>
        $"first write {Spread(all.Where(one => one.FirstWrite is not null).Select(one => one.FirstWrite!.Value))}, "
        + $"all partitions {Spread(all.Select(one => one.LastWrite))}, all members {Spread(all.Select(one => one.AllMembers))}, "
        + $"longest gap {Spread(all.Select(one => one.LongestGap))}";

    private static string Spread(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0
            ? "never"
            : string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2].TotalSeconds:0.0} s (at most {sorted[^1].TotalSeconds:0.0} s)");
    }
}
