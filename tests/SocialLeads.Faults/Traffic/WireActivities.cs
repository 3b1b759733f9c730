using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Faults.Traffic;

/// <summary>
/// Writes activities onto the wire. The reference folds what this was given, so that the server's own reading of the wire
/// is under test too.
/// </summary>
internal static class WireActivities
{
    public static void AddAll(this RepeatedField<V1.Activity> wire, IEnumerable<Activity> activities) =>
        wire.AddRange(activities.Select(ToWire));

    /// <summary>Likewise, of outcomes.</summary>
    public static void AddAll(this RepeatedField<V1.Outcome> wire, IEnumerable<Activity> outcomes) => wire.AddRange(outcomes.Select(ToOutcome));

    private static V1.Outcome ToOutcome(Activity outcome)
    {
        var wire = new V1.Outcome
        {
            // Behind the character that no id that is sent may have.
            Id = outcome.Id[1..],
            Member = outcome.Member,
            Kind = (V1.OutcomeKind)outcome.Outcome,
            OccurredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(outcome.OccurredAtMs)),
        };
        if (outcome.ValueThousandths is { } amount) wire.Amount = amount / 1000.0;
        return wire;
    }

    private static V1.Activity ToWire(Activity activity)
    {
        var wire = new V1.Activity
        {
            Id = activity.Id,
            Member = activity.Member,
            Kind = activity.Kind,
            OccurredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(activity.OccurredAtMs)),
            Group = activity.Group,
            Peer = activity.Peer,
            PeerRole = activity.PeerRole,
            EmailDomain = activity.EmailDomain,
            Text = activity.Text,
            Channel = activity.Channel,
        };
        wire.Tags.AddRange(activity.Tags);
        if (activity.DurationMs is { } duration) wire.Duration = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(duration));
        if (activity.ValueThousandths is { } value) wire.Value = value / 1000.0;
        return wire;
    }
}
