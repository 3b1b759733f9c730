using System.Collections.Immutable;
using SocialLeads.Scoring.Series;

namespace SocialLeads.Grains.Members;

/// <summary>A member's score day by day.</summary>
/// <param name="Days">Every day asked for, in order.</param>
/// <param name="Trend">Where the points are going as of the last day.</param>
/// <param name="IsTooLong">
/// Whether there are no days because the model asks for colleagues, and to score all of them on each day is more than
/// <see cref="MostScores"/>.
/// </param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ScoreHistory")]
public sealed record ScoreHistory(
    [property: Id(0)] ImmutableArray<HistoryDay> Days, [property: Id(1)] Trend Trend, [property: Id(2)] bool IsTooLong = false)
{
    /// <summary>Scores of colleagues that are made for one question: some seconds of it.</summary>
    public const int MostScores = 2_000_000;

    /// <summary>The first day whose score is exact; see <see cref="Scoring.Scores.Scorer.ExactFrom"/>.</summary>
    [Id(3)]
    public int ExactFrom { get; init; }

    public static ScoreHistory TooLong { get; } = new([], Trend.TooLittleToSay, IsTooLong: true);
}

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
