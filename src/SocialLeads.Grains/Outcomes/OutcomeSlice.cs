using System.Collections.Immutable;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Outcomes;

/// <summary>One outcome of one member.</summary>
/// <param name="Place">Whose it is, and its place among the others.</param>
/// <param name="AmountThousandths">See <see cref="Outcome.AmountThousandths"/>.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.OutcomeRow")]
public readonly record struct OutcomeRow([property: Id(0)] OutcomePlace Place, [property: Id(1)] long? AmountThousandths)
{
    /// <summary>What it was, and when.</summary>
    public Outcome Outcome => new(Place.Key, AmountThousandths);
}

/// <summary>Some of a partition's outcomes, in order.</summary>
/// <param name="Rows">The outcomes.</param>
/// <param name="After">The place to go on behind; null when there are no more.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.OutcomeSlice")]
public sealed record OutcomeSlice([property: Id(0)] ImmutableArray<OutcomeRow> Rows, [property: Id(1)] OutcomePlace? After);

/// <summary>
/// A member with what it came to and what it did: all that is needed to say what a model would have made of it on the day before.
/// </summary>
/// <param name="Member">The member's id.</param>
/// <param name="Rows">The outcomes that were asked for, the earliest first; at least one.</param>
/// <param name="Features">
/// <see cref="Scoring.Features.PortableFeatures.Bytes"/> of the member as it is now. Features are kept by day, so a scorer that reads
/// them as of <see cref="DayBefore"/> sees what happened until then and nothing of the outcome: exactly, for 400 days back from the
/// member's newest activity.
/// </param>
[GenerateSerializer, Immutable, Alias("SocialLeads.MemberOutcomes")]
public sealed record MemberOutcomes(
    [property: Id(0)] string Member, [property: Id(1)] ImmutableArray<OutcomeRow> Rows, [property: Id(2)] ImmutableArray<byte> Features)
{
    /// <summary>The last day that may be known of a member before an outcome.</summary>
    public static int DayBefore(Outcome outcome) => Math.Max(0, outcome.Day - 1);
}

/// <summary>Some of a partition's members with outcomes, in order.</summary>
/// <param name="Members">The members.</param>
/// <param name="After">The member to go on behind; null when there are no more.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.OutcomeMembers")]
public sealed record OutcomeMembers([property: Id(0)] ImmutableArray<MemberOutcomes> Members, [property: Id(1)] string? After);
