using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Partitions;

/// <summary>How an <see cref="Activity"/>, which knows nothing of Orleans, crosses from one silo to another.</summary>
[GenerateSerializer, Immutable, Alias("SocialLeads.Activity")]
public readonly record struct ActivitySurrogate(
    [property: Id(0)] string ActivityId,
    [property: Id(1)] string Member,
    [property: Id(2)] string Kind,
    [property: Id(3)] long OccurredAtMs,
    [property: Id(4)] string Group,
    [property: Id(5)] ImmutableArray<string> Tags,
    [property: Id(6)] string Peer,
    [property: Id(7)] string PeerRole,
    [property: Id(8)] string EmailDomain,
    [property: Id(9)] long? DurationMs,
    [property: Id(10)] long? ValueThousandths,
    [property: Id(11)] string Text,
    [property: Id(12)] string Channel,
    [property: Id(13)] ImmutableArray<KeyValuePair<string, string>> Attributes,
    [property: Id(14)] OutcomeKind Outcome);

/// <summary>Converts between an activity and its surrogate.</summary>
[RegisterConverter]
public sealed class ActivityConverter : IConverter<Activity, ActivitySurrogate>
{
    public Activity ConvertFromSurrogate(in ActivitySurrogate surrogate) => new()
    {
        Id = surrogate.ActivityId,
        Member = surrogate.Member,
        Kind = surrogate.Kind,
        OccurredAtMs = surrogate.OccurredAtMs,
        Group = surrogate.Group,
        Tags = surrogate.Tags,
        Peer = surrogate.Peer,
        PeerRole = surrogate.PeerRole,
        EmailDomain = surrogate.EmailDomain,
        DurationMs = surrogate.DurationMs,
        ValueThousandths = surrogate.ValueThousandths,
        Text = surrogate.Text,
        Channel = surrogate.Channel,
        Attributes = surrogate.Attributes,
        Outcome = surrogate.Outcome,
    };

    public ActivitySurrogate ConvertToSurrogate(in Activity value) => new(
        value.Id, value.Member, value.Kind, value.OccurredAtMs, value.Group, value.Tags, value.Peer, value.PeerRole,
        value.EmailDomain, value.DurationMs, value.ValueThousandths, value.Text, value.Channel, value.Attributes,
        value.Outcome);
}
