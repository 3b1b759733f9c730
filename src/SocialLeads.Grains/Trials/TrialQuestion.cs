using System.Collections.Immutable;

namespace SocialLeads.Grains.Trials;

/// <summary>Two models and a day. The documents go along, since a draft need not be stored.</summary>
/// <param name="Draft">A valid document.</param>
/// <param name="Against">The valid document that it is compared with.</param>
/// <param name="AsOfDay">The UTC day, as <see cref="DateOnly.DayNumber"/>.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.TrialQuestion")]
public sealed record TrialQuestion(
    [property: Id(0)] string Draft, [property: Id(1)] string Against, [property: Id(2)] int AsOfDay);

/// <summary>What some neighbouring members of a partition have under two models, of the same features.</summary>
/// <param name="Era">Changes when the partition starts again and its members may get other indices.</param>
/// <param name="Draft">Thousandths of a point of each member; <see cref="None"/> without activity on or before the day.</param>
/// <param name="Against">Likewise.</param>
/// <param name="Next">The index to go on with; -1 when there are no more members.</param>
/// <param name="Domains">Where a model counts colleagues, each member's own e-mail domain, empty if it is not known; else none, and points are own points.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.TrialSlice")]
public sealed record TrialSlice(
    [property: Id(0)] Guid Era,
    [property: Id(1)] ImmutableArray<long> Draft,
    [property: Id(2)] ImmutableArray<long> Against,
    [property: Id(3)] int Next,
    [property: Id(4)] ImmutableArray<string> Domains)
{
    /// <summary>What stands for a member without activity on or before the day.</summary>
    public const long None = long.MinValue;
}

/// <summary>The days on which some neighbouring members of a partition acted.</summary>
/// <param name="Members">How many they are.</param>
/// <param name="FirstDay">The earliest, as <see cref="DateOnly.DayNumber"/>; <see cref="int.MaxValue"/> of nobody.</param>
/// <param name="NewestDay">The latest; <see cref="int.MinValue"/> of nobody.</param>
/// <param name="Next">The index to go on with; -1 when there are no more members.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ActiveDays")]
public readonly record struct ActiveDays(
    [property: Id(0)] int Members, [property: Id(1)] int FirstDay, [property: Id(2)] int NewestDay, [property: Id(3)] int Next);

/// <summary>A member whom a trial names.</summary>
/// <param name="Index">The index in the partition.</param>
/// <param name="DraftColleagues">The figure of the colleagues under the draft, thousandths of a point; null if there are none or it asks for none.</param>
/// <param name="AgainstColleagues">Likewise under the other.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.TrialNamed")]
public readonly record struct TrialNamed(
    [property: Id(0)] int Index, [property: Id(1)] long? DraftColleagues, [property: Id(2)] long? AgainstColleagues);

/// <summary>Some members under two models, explained.</summary>
/// <param name="Era">See <see cref="TrialSlice.Era"/>.</param>
/// <param name="Members">In the order asked for.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.TrialMembers")]
public sealed record TrialMembers([property: Id(0)] Guid Era, [property: Id(1)] ImmutableArray<TrialMember> Members);

/// <summary>A member under two models.</summary>
/// <param name="Member">The member's id.</param>
/// <param name="DraftPoints">Thousandths of a point under the draft.</param>
/// <param name="DraftScore">Above 0 and below 100; 0 without activity.</param>
/// <param name="AgainstPoints">Thousandths of a point under the other.</param>
/// <param name="AgainstScore">Above 0 and below 100; 0 without activity.</param>
/// <param name="Signals">The signals whose points differ most, at most eight, the largest difference first.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.TrialMember")]
public sealed record TrialMember(
    [property: Id(0)] string Member,
    [property: Id(1)] long DraftPoints,
    [property: Id(2)] double DraftScore,
    [property: Id(3)] long AgainstPoints,
    [property: Id(4)] double AgainstScore,
    [property: Id(5)] ImmutableArray<SignalDifference> Signals);

/// <summary>What one signal gives a member under two models.</summary>
/// <param name="Signal">The signal's id; the models may share it or not.</param>
/// <param name="DraftPoints">Thousandths of a point under the draft.</param>
/// <param name="AgainstPoints">Thousandths of a point under the other.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.SignalDifference")]
public readonly record struct SignalDifference(
    [property: Id(0)] string Signal, [property: Id(1)] long DraftPoints, [property: Id(2)] long AgainstPoints);
