using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import;

/// <summary>The UTC day of the latest of some times. May be read from any thread while one adds.</summary>
internal sealed class LatestDay
{
    private const long None = long.MinValue;
    private const int SecondsPerDay = 86_400;
    private static readonly int _epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private long _second = None;

    /// <summary>Null before the first time.</summary>
    public DateOnly? Day => Interlocked.Read(ref _second) is not None and var second ? ToDay(second) : null;

    public void Add(Timestamp? time)
    {
        if (time is not null && time.Seconds > _second) Interlocked.Exchange(ref _second, time.Seconds);
    }

    // A file may hold any number as a time. What no calendar shows is for the server to refuse.
    private static DateOnly ToDay(long second) => DateOnly.FromDayNumber(
        (int)Math.Clamp(
            Math.DivRem(second, SecondsPerDay).Quotient - (second % SecondsPerDay < 0 ? 1 : 0) + _epochDay,
            DateOnly.MinValue.DayNumber,
            DateOnly.MaxValue.DayNumber));
}
