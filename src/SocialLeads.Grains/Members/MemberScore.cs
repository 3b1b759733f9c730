using System.Collections.Immutable;

namespace SocialLeads.Grains.Members;

/// <summary>A member's score, line by line.</summary>
/// <param name="PointsThousandths">The exact sum of the contributions, thousandths of a point.</param>
/// <param name="Score">Above 0 and below 100.</param>
/// <param name="FitPointsThousandths">The part of the points that tells who the member is.</param>
/// <param name="EngagementPointsThousandths">The part that tells what the member does; both add up to the points exactly.</param>
/// <param name="Contributions">Largest absolute points first, then by signal and facet.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.MemberScore")]
public sealed record MemberScore(
    [property: Id(0)] long PointsThousandths,
    [property: Id(1)] double Score,
    [property: Id(3)] long FitPointsThousandths,
    [property: Id(4)] long EngagementPointsThousandths,
    [property: Id(2)] ImmutableArray<ScoredContribution> Contributions)
{
    /// <summary>Whether days behind the retention may have counted otherwise; see <see cref="Scoring.Scores.Scorer.ExactFrom"/>.</summary>
    [Id(5)]
    public bool IsApproximate { get; init; }
}

/// <summary>What one signal, under one facet, adds to or takes from a member.</summary>
/// <param name="Signal">The signal's id.</param>
/// <param name="Facet">What it was counted by; empty if by nothing.</param>
/// <param name="Measured">In the signal's own unit.</param>
/// <param name="PointsThousandths">Thousandths of a point, signed.</param>
/// <param name="Evidence">Of a signal with a filter, the phrases that matched; see <see cref="Scoring.Scores.Contribution.Evidence"/>.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ScoredContribution")]
public readonly record struct ScoredContribution(
    [property: Id(0)] string Signal,
    [property: Id(1)] string Facet,
    [property: Id(2)] double Measured,
    [property: Id(3)] long PointsThousandths,
    [property: Id(4)] ImmutableArray<string> Evidence);
