using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Grains.Trials;

/// <summary>
/// How well two models found, as of past days, those who then had a positive outcome, qualified or won. Who had one before, or on the
/// day, is no longer in question: what was done to close the deal is in that member's score.
/// </summary>
/// <param name="Within">For how many days after a day an outcome counts.</param>
/// <param name="FoundMembers">Members with a positive outcome of any day.</param>
/// <param name="Days">The days of the trial, each with what it gives for accuracy.</param>
/// <param name="Measured">The figures over the days without a gap; null when there is no such day.</param>
public sealed record TrialAccuracy(int Within, int FoundMembers, IReadOnlyList<AccuracyDay> Days, MeasuredAccuracy? Measured);

/// <summary>The accuracy of two models over the same members, days and draws.</summary>
/// <param name="Draws">Draws of each interval.</param>
/// <param name="Draft">That of the draft.</param>
/// <param name="Against">That of the other.</param>
/// <param name="Difference">By how much the draft's figures are above the other's, by <see cref="EvaluationFigure.Id"/>.</param>
public sealed record MeasuredAccuracy(
    int Draws, RankingAccuracy Draft, RankingAccuracy Against, IReadOnlyDictionary<string, Estimate> Difference);

/// <summary>A day of a trial as accuracy sees it.</summary>
/// <param name="AsOfDay">The UTC day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Members">The members in question.</param>
/// <param name="Positives">How many of them had a positive outcome within the days after.</param>
/// <param name="LeftOut">Members that were compared and had one before.</param>
/// <param name="NotSeen">Who had one within the days after, and had not acted by the day, so that no model could find them.</param>
/// <param name="Gap">Why it has no part in the figures.</param>
public readonly record struct AccuracyDay(int AsOfDay, int Members, int Positives, int LeftOut, int NotSeen, AccuracyGap Gap);

/// <summary>Why a day has no part in the figures of accuracy.</summary>
public enum AccuracyGap
{
    /// <summary>It has.</summary>
    None,

    /// <summary>The days after it are not over.</summary>
    NotOver,

    /// <summary>Nobody in question had a positive outcome.</summary>
    NobodyFound,

    /// <summary>Everybody in question had one.</summary>
    EverybodyFound,

    /// <summary>With the days before it there would be more members by days than are held.</summary>
    TooManyMembers,
}
