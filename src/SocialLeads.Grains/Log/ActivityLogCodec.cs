using System.Collections.Immutable;
using Google.Protobuf;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Log;

/// <summary>Writes and reads the rows of a partition's log.</summary>
internal static class ActivityLogCodec
{
    public static byte[] Encode(long arrivedAtMs, IReadOnlyList<Activity> activities)
    {
        var batch = new LoggedBatch { ArrivedAtMs = arrivedAtMs };
        batch.Activities.Capacity = activities.Count;
        foreach (var activity in activities) batch.Activities.Add(ToLog(activity));
        return batch.ToByteArray();
    }

    /// <exception cref="InvalidProtocolBufferException">The payload is not a row of the log.</exception>
    public static (long ArrivedAtMs, List<Activity> Activities) Decode(ReadOnlyMemory<byte> payload)
    {
        var batch = LoggedBatch.Parser.ParseFrom(payload.Span);
        var activities = new List<Activity>(batch.Activities.Count);
        foreach (var logged in batch.Activities) activities.Add(FromLog(logged));
        return (batch.ArrivedAtMs, activities);
    }

    private static LoggedActivity ToLog(Activity activity)
    {
        var logged = new LoggedActivity
        {
            Id = activity.Id,
            Member = activity.Member,
            Kind = activity.Kind,
            OccurredAtMs = activity.OccurredAtMs,
            Group = activity.Group,
            Peer = activity.Peer,
            PeerRole = activity.PeerRole,
            EmailDomain = activity.EmailDomain,
            Text = activity.Text,
            Channel = activity.Channel,
            Outcome = (int)activity.Outcome,
        };
        if (activity.DurationMs is { } duration) logged.DurationMs = duration;
        if (activity.ValueThousandths is { } value) logged.ValueThousandths = value;
        if (!activity.Tags.IsDefaultOrEmpty) logged.Tags.AddRange(activity.Tags);
        if (!activity.Attributes.IsDefaultOrEmpty)
        {
            foreach (var (name, text) in activity.Attributes)
                logged.Attributes.Add(new LoggedAttribute { Name = name, Value = text });
        }

        return logged;
    }

    private static Activity FromLog(LoggedActivity logged) => new()
    {
        Id = logged.Id,
        Member = logged.Member,
        Kind = logged.Kind,
        OccurredAtMs = logged.OccurredAtMs,
        Group = logged.Group,
        Tags = [.. logged.Tags],
        Peer = logged.Peer,
        PeerRole = logged.PeerRole,
        EmailDomain = logged.EmailDomain,
        DurationMs = logged.HasDurationMs ? logged.DurationMs : null,
        ValueThousandths = logged.HasValueThousandths ? logged.ValueThousandths : null,
        Text = logged.Text,
        Channel = logged.Channel,
        Attributes = logged.Attributes.Select(one => KeyValuePair.Create(one.Name, one.Value)).ToImmutableArray(),
        Outcome = (OutcomeKind)logged.Outcome,
    };
}
