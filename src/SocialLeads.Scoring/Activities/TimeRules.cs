namespace SocialLeads.Scoring.Activities;

/// <summary>What a time and a duration may be.</summary>
internal static class TimeRules
{
    private const int NanosPerSecond = 1_000_000_000;
    private const int NanosPerMs = 1_000_000;

    /// <summary>Reads a time; finer parts than a millisecond are cut off towards the past.</summary>
    public static string? Time(SecondsAndNanos? time, long arrivedAtMs, out long unixMs)
    {
        unixMs = 0;
        if (time is not var (seconds, nanos)) return "is required";
        if (nanos is < 0 or >= NanosPerSecond) return "has nanos outside 0 to 999,999,999";
        if (seconds < UtcDay.MinUnixMs / 1000) return "is before 0001-01-01";
        if (seconds > UtcDay.MaxUnixMs / 1000) return "is after 9999-12-31";
        unixMs = seconds * 1000 + nanos / NanosPerMs;
        return unixMs > arrivedAtMs + ActivityRules.MaxAheadMs ? "is more than one day ahead of the server's clock" : null;
    }

    /// <summary>Reads a duration; finer parts than a millisecond are cut off.</summary>
    public static string? Duration(SecondsAndNanos duration, out long ms)
    {
        ms = 0;
        var (seconds, nanos) = duration;
        if (nanos is <= -NanosPerSecond or >= NanosPerSecond) return "has nanos outside -999,999,999 to 999,999,999";
        if (seconds < 0 || nanos < 0) return "is negative";
        const long MaxSeconds = ActivityRules.MaxDurationMs / 1000;
        if (seconds > MaxSeconds || (seconds == MaxSeconds && nanos > 0)) return "is longer than 31 days";
        ms = seconds * 1000 + nanos / NanosPerMs;
        return null;
    }
}
