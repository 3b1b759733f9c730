using SocialLeads.Scoring.Activities;
using Activity = SocialLeads.V1.Activity;

namespace SocialLeads.Bench.Rivals;

/// <summary>
/// What a table of counters has to count to answer for the ten behaviours. Less than the server counts, which keeps a
/// counter for everything a model may ask about later: in doubt the table is spared.
/// </summary>
internal static class Counting
{
    /// <summary>The counters for the ten behaviours.</summary>
    public static IEnumerable<Count> Full(Activity activity)
    {
        var day = DateOnly.FromDateTime(activity.OccurredAt.ToDateTime());
        var seconds = activity.Duration?.Seconds ?? 0;
        foreach (var tag in activity.Tags) yield return new Count(activity.Id, activity.Member, "tag", tag, day, 0);
        if (activity.Kind == ActivityKinds.PageView) yield break;
        yield return new Count(activity.Id, activity.Member, activity.Kind, FacetOf(activity), day, seconds);
    }

    /// <summary>One counter an activity: less than the ten behaviours need.</summary>
    public static IEnumerable<Count> Few(Activity activity)
    {
        var day = DateOnly.FromDateTime(activity.OccurredAt.ToDateTime());
        yield return new Count(activity.Id, activity.Member, activity.Kind, "", day, activity.Duration?.Seconds ?? 0);
    }

    private static string FacetOf(Activity activity) => activity.Kind switch
    {
        ActivityKinds.Connection => activity.PeerRole,
        ActivityKinds.Referral => activity.EmailDomain,
        _ => activity.Group,
    };
}
