using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>When a partition does what is due by the clock and not by what it is asked.</summary>
internal static class PartitionUpkeep
{
    /// <summary>From the end of one upkeep to the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>How long before midnight UTC the boards of the next day are prepared. Until then they cost nothing.</summary>
    public static readonly TimeSpan BoardsAhead = TimeSpan.FromMinutes(10);

    /// <summary>Today, and the day it will be soon, which is the same for most of a day.</summary>
    public static (int Today, int Soon) Days(DateTimeOffset now) =>
        (UtcDay.OfUnixMs(now.ToUnixTimeMilliseconds()), UtcDay.OfUnixMs((now + BoardsAhead).ToUnixTimeMilliseconds()));
}
