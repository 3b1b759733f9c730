namespace SocialLeads.Scoring.Activities;

/// <summary>UTC days as whole numbers: <see cref="DateOnly.DayNumber"/>, where 0 is 0001-01-01.</summary>
public static class UtcDay
{
    /// <summary>Milliseconds in a day; UTC days as Unix time counts them have no leap seconds.</summary>
    public const int Ms = 86_400_000;

    /// <summary>The last day there is, 9999-12-31.</summary>
    public const int Max = 3_652_058;

    private const int OfUnixEpoch = 719_162;

    /// <summary>The first millisecond there is, 0001-01-01T00:00:00Z, since 1970-01-01.</summary>
    public const long MinUnixMs = -(long)OfUnixEpoch * Ms;

    /// <summary>The last millisecond there is, 9999-12-31T23:59:59.999Z, since 1970-01-01.</summary>
    public const long MaxUnixMs = ((long)Max + 1 - OfUnixEpoch) * Ms - 1;

    /// <summary>The day of a time, from <see cref="MinUnixMs"/> to <see cref="MaxUnixMs"/>; outside, the nearest day there is.</summary>
    public static int OfUnixMs(long unixMs) => (int)((Clamp(unixMs) - MinUnixMs) / Ms);

    /// <summary>Milliseconds since the beginning of the day of a time, 0 to 86,399,999.</summary>
    public static int MsOfDay(long unixMs) => (int)((Clamp(unixMs) - MinUnixMs) % Ms);

    /// <summary>The first millisecond of a day since 1970-01-01.</summary>
    public static long ToUnixMs(int day) => MinUnixMs + (long)day * Ms;

    private static long Clamp(long unixMs) => Math.Clamp(unixMs, MinUnixMs, MaxUnixMs);
}
