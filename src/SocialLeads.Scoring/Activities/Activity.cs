using System.Collections.Immutable;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Scoring.Activities;

/// <summary>
/// One event by one member, checked and normalized: <see cref="ActivityRules.Check"/> is the only way in from outside.
/// </summary>
public sealed record Activity
{
    /// <summary>The sender's id, 1 to 200 bytes of UTF-8.</summary>
    public required string Id { get; init; }

    /// <summary>The member who did it, 1 to 200 bytes of UTF-8.</summary>
    public required string Member { get; init; }

    /// <summary>What was done, <c>[a-z][a-z0-9_]*</c>, at most 64 bytes; see <see cref="ActivityKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC; negative before. Never before 0001-01-01.</summary>
    public required long OccurredAtMs { get; init; }

    /// <summary>The group it was done in; empty if in none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Distinct tags of the page or post, in the sender's order; may be the default value.</summary>
    public ImmutableArray<string> Tags { get; init; }

    /// <summary>The other member; empty if nobody.</summary>
    public string Peer { get; init; } = "";

    /// <summary>The role of the other side; empty if unknown.</summary>
    public string PeerRole { get; init; } = "";

    /// <summary>The e-mail domain it concerns, lower-case; empty if none.</summary>
    public string EmailDomain { get; init; } = "";

    /// <summary>How long it took, in milliseconds, 0 to 31 days; null if not known.</summary>
    public long? DurationMs { get; init; }

    /// <summary>The number that goes with it, in thousandths, from -10^12 to 10^12; null if none.</summary>
    public long? ValueThousandths { get; init; }

    /// <summary>What was said. Not counted.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where it came from; empty if unknown.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Further facets, in ordinal order of their names; may be the default value.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; }

    /// <summary>
    /// What became of the member as a lead, if this is an outcome: it has the kind <see cref="ActivityKinds.Outcome"/>, its value is
    /// the amount, and no signal counts it.
    /// </summary>
    public OutcomeKind Outcome { get; init; }

    /// <summary>The UTC day it counts on, as <see cref="DateOnly.DayNumber"/>: 0 is 0001-01-01.</summary>
    public int Day => UtcDay.OfUnixMs(OccurredAtMs);

    /// <summary>Milliseconds since the beginning of its UTC day, 0 to 86,399,999.</summary>
    public int MsOfDay => UtcDay.MsOfDay(OccurredAtMs);
}
