using System.Collections.Immutable;

namespace SocialLeads.Grains.Members;

/// <summary>What a member was busy with in some days.</summary>
/// <param name="Topics">Most activities first, among equals the latest, then by tag.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.MemberTopics")]
public sealed record MemberTopics([property: Id(0)] ImmutableArray<MemberTopic> Topics);

/// <summary>A tag or hashtag that a member was busy with.</summary>
/// <param name="Tag">As it was sent.</param>
/// <param name="Count">How many activities had it.</param>
/// <param name="LatestDay">The last day with one, as <see cref="DateOnly.DayNumber"/>.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.MemberTopic")]
public readonly record struct MemberTopic(
    [property: Id(0)] string Tag, [property: Id(1)] long Count, [property: Id(2)] int LatestDay);
