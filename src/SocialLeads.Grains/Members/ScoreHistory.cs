using System.Collections.Immutable;
using SocialLeads.Scoring.Series;

namespace SocialLeads.Grains.Members;

/// <summary>A member's score day by day.</summary>
/// <param name="Days">Every day asked for, in order.</param>
/// <param name="Trend">Where the points are going as of the last day.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ScoreHistory")]
public sealed record ScoreHistory([property: Id(0)] ImmutableArray<HistoryDay> Days, [property: Id(1)] Trend Trend);

/// <summary>A member's score as of the end of a UTC day.</summary>
/// <param name="Day">The day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="PointsThousandths">Thousandths of a point; null before the member's first activity.</param>
/// <param name="Score">Above 0 and below 100; null before the first activity.</param>
/// <param name="Stage">The id of the stage; empty if there is none.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.HistoryDay")]
public readonly record struct HistoryDay(
    [property: Id(0)] int Day,
    [property: Id(1)] long? PointsThousandths,
    [property: Id(2)] double? Score,
    [property: Id(3)] string Stage);
