using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import;

/// <summary>What reading a source came to: what was mapped to what, what was not and why, and the last day seen.</summary>
internal sealed class ImportTally
{
    private const int SecondsPerDay = 86_400;
    private static readonly int _epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly BoundedCounts _mapped = new();
    private readonly BoundedCounts _skipped = new();
    private long? _lastSecond;

    /// <summary>Activities by source and kind.</summary>
    public IEnumerable<SourceCount> Mapped => _mapped.List();

    /// <summary>Rows, or facts in rows, that gave no activity, by source and reason.</summary>
    public IEnumerable<SourceCount> Skipped => _skipped.List();

    /// <summary>How many lines were not readable at all; these make the import end with an error code.</summary>
    public long BadLines { get; private set; }

    /// <summary>The latest UTC day of any activity; null before the first.</summary>
    public DateOnly? LastDay => _lastSecond is { } second ? ToDay(second) : null;

    public void CountMapped(string source, string kind, Timestamp? occurredAt)
    {
        _mapped.Add(source, kind);
        if (occurredAt is not null && (_lastSecond is null || occurredAt.Seconds > _lastSecond))
            _lastSecond = occurredAt.Seconds;
    }

    public void CountSkipped(string source, string reason) => _skipped.Add(source, reason);

    public void CountBadLine() => BadLines++;

    // A file may hold any number as a time. What no calendar shows is for the server to refuse.
    private static DateOnly ToDay(long second) => DateOnly.FromDayNumber(
        (int)Math.Clamp(Math.DivRem(second, SecondsPerDay).Quotient - (second % SecondsPerDay < 0 ? 1 : 0) + _epochDay,
            DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
