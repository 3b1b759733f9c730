using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo.Simulation;

/// <summary>The community of the default options with all that happens in it, made once for all tests that look at it.</summary>
public sealed class DefaultCommunity
{
    public DefaultCommunity()
    {
        Community = new Community(new DemoOptions());
        Activities = [.. Community.Activities()];
    }

    internal Community Community { get; }

    internal IReadOnlyList<Activity> Activities { get; }

    internal IEnumerable<Activity> OfKind(string kind) => Activities.Where(a => a.Kind == kind);

    /// <summary>How many of the activities that satisfy the condition each member of an intent has in the last 30 days, rising.</summary>
    internal int[] CountsOf(Intent intent, Func<Activity, bool> condition)
    {
        var since = new DateTimeOffset(Community.LastDay.AddDays(-29), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
        var counts = Activities
            .Where(a => a.OccurredAt.Seconds >= since && condition(a))
            .CountBy(a => a.Member)
            .ToDictionary();
        return [.. Community.Members.Where(m => m.Intent == intent).Select(m => counts.GetValueOrDefault(m.Id)).Order()];
    }
}
