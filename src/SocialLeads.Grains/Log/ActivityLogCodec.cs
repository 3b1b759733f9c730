using System.Collections.Immutable;
using Google.Protobuf;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Log;

/// <summary>Writes and reads the rows of a partition's log.</summary>
internal static class ActivityLogCodec
{
    public static byte[] Encode(long arrivedAtMs, IReadOnlyList<Activity> activities, int symbolsSpent = 0)
    {
        using var row = new LogRowWriter();
        foreach (var activity in activities) row.Add(activity);
        return row.Finish(arrivedAtMs, symbolsSpent).ToArray();
    }

    /// <exception cref="InvalidProtocolBufferException">The payload is not a row of the log.</exception>
    public static (long ArrivedAtMs, List<Activity> Activities, int SymbolsSpent) Decode(ReadOnlyMemory<byte> payload)
    {
        var batch = LoggedBatch.Parser.ParseFrom(payload.Span);
        var activities = new List<Activity>(batch.Activities.Count);
        foreach (var logged in batch.Activities) activities.Add(FromLog(logged));
        return (batch.ArrivedAtMs, activities, batch.SymbolsSpent);
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
