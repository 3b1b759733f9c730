using SocialLeads.Scoring.Activities;
using WireActivity = SocialLeads.V1.Activity;

namespace SocialLeads.Server.Activities;

/// <summary>Reads activities off the wire, unchecked.</summary>
internal static class ActivityMapper
{
    public static ActivityDraft ToDraft(WireActivity activity) => new()
    {
        Id = activity.Id,
        Member = activity.Member,
        Kind = activity.Kind,
        OccurredAt = activity.OccurredAt is { } at ? new SecondsAndNanos(at.Seconds, at.Nanos) : null,
        Group = activity.Group,
        Tags = activity.Tags,
        Peer = activity.Peer,
        PeerRole = activity.PeerRole,
        EmailDomain = activity.EmailDomain,
        Duration = activity.Duration is { } duration ? new SecondsAndNanos(duration.Seconds, duration.Nanos) : null,
        Value = activity.HasValue ? activity.Value : null,
        Text = activity.Text,
        Channel = activity.Channel,
        Attributes = activity.Attributes,
    };
}
