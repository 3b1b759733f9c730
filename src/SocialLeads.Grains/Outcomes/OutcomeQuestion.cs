using System.Collections.Immutable;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Outcomes;

/// <summary>Which recorded outcomes are wanted.</summary>
/// <param name="Member">Whose; everybody's if empty.</param>
/// <param name="FromDay">The first UTC day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="ToDay">The last, included.</param>
/// <param name="Kinds">The kinds; all if empty.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.OutcomeQuestion")]
public sealed record OutcomeQuestion(
    [property: Id(0)] string Member,
    [property: Id(1)] int FromDay,
    [property: Id(2)] int ToDay,
    [property: Id(3)] ImmutableArray<OutcomeKind> Kinds)
{
    /// <summary>Every outcome there is.</summary>
    public static OutcomeQuestion All { get; } = new("", 0, Scoring.Activities.UtcDay.Max, []);

    internal bool Asks(Outcome outcome) =>
        outcome.Day >= FromDay && outcome.Day <= ToDay && (Kinds.IsEmpty || Kinds.Contains(outcome.Kind));
}

/// <summary>The place of an outcome in the order of a partition's: by member, then by key.</summary>
/// <param name="Member">The member; ordinal order.</param>
/// <param name="Key">The <see cref="Outcome.Key"/>.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.OutcomePlace")]
public readonly record struct OutcomePlace([property: Id(0)] string Member, [property: Id(1)] long Key);
