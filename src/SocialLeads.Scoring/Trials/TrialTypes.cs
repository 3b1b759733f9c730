using System.Collections.Immutable;

namespace SocialLeads.Scoring.Trials;

/// <summary>Where a member stands under two models.</summary>
/// <param name="Index">The member's index among those that were compared.</param>
/// <param name="DraftPlace">From 1, under the draft. Members with equal points share the best of their places.</param>
/// <param name="AgainstPlace">From 1, under the model it is compared with.</param>
public readonly record struct TrialPlace(int Index, int DraftPlace, int AgainstPlace);

/// <summary>How many members moved about as far.</summary>
/// <param name="Low">In percent of all places, up positive; included. Minus infinity for the first.</param>
/// <param name="High">Excluded. Infinity for the last.</param>
/// <param name="Members">How many.</param>
public readonly record struct MoveBin(double Low, double High, int Members);

/// <summary>
/// How a draft ranks members beside another model as of one day. A move is the difference of a member's two places in percent of
/// all members; it is positive for who rises under the draft.
/// </summary>
public sealed record TrialFigures
{
    /// <summary>Members that were compared: those with activity on or before the day.</summary>
    public required int Members { get; init; }

    /// <summary>
    /// The places of the top: 5 % of the members, rounded up. Members with equal points of whom not all have room are not in it, so that
    /// a crowd of equals at its edge makes it smaller and never larger.
    /// </summary>
    public required int TopPlaces { get; init; }

    /// <summary>Members in the top under both.</summary>
    public required int Staying { get; init; }

    /// <summary>Members in the top under the draft alone.</summary>
    public required int Entering { get; init; }

    /// <summary>Members in the top under the other alone.</summary>
    public required int Leaving { get; init; }

    /// <summary>See <see cref="RankCorrelation.KendallTauB"/>.</summary>
    public required double? KendallTauB { get; init; }

    /// <summary>See <see cref="RankCorrelation.Spearman"/>.</summary>
    public required double? Spearman { get; init; }

    /// <summary>The mean of the absolute moves, percent.</summary>
    public required double MeanMove { get; init; }

    /// <summary>The absolute move that half of the members do not exceed, percent.</summary>
    public required double MedianMove { get; init; }

    /// <summary>The absolute move that 95 % of the members do not exceed, percent.</summary>
    public required double LargeMove { get; init; }

    /// <summary>All members by their moves, from the farthest down to the farthest up.</summary>
    public required ImmutableArray<MoveBin> Moves { get; init; }

    /// <summary>The best of those who enter the top, best first.</summary>
    public required ImmutableArray<TrialPlace> BestEntering { get; init; }

    /// <summary>The best of those who leave the top, best first.</summary>
    public required ImmutableArray<TrialPlace> BestLeaving { get; init; }

    /// <summary>Who moved farthest among the top quarter under either; farthest first.</summary>
    public required ImmutableArray<TrialPlace> Movers { get; init; }
}
