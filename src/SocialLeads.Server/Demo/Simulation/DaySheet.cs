using Google.Protobuf.WellKnownTypes;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>The activities of one day, which members enter one after the other and which come out in order of time.</summary>
internal sealed class DaySheet(DateOnly date)
{
    public const int LastSecond = 86_399;

    private readonly long _midnight =
        new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();

    private readonly List<Activity> _activities = [];

    public DayOfWeek DayOfWeek => date.DayOfWeek;

    /// <summary>Enters an activity at a second of the day, 0 to <see cref="LastSecond"/>; the caller fills in the rest.</summary>
    public Activity Add(SimulatedMember member, string kind, int second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, LastSecond);
        var activity = new Activity
        {
            Member = member.Id,
            Kind = kind,
            OccurredAt = new Timestamp { Seconds = _midnight + second },
        };
        _activities.Add(activity);
        return activity;
    }

    /// <summary>The activities by time; those of the same second in the order they were entered.</summary>
    public IEnumerable<Activity> InOrder() => _activities.OrderBy(a => a.OccurredAt.Seconds);
}
