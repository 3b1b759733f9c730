using SocialLeads.Grains.Listening;
using SocialLeads.Scoring.Trials;

namespace SocialLeads.Grains.Trials;

/// <summary>How a draft ranks the members beside another model as of one day.</summary>
/// <param name="AsOfDay">The UTC day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Figures">The figures of the whole.</param>
/// <param name="Entering">The best who enter the top.</param>
/// <param name="Leaving">The best who leave it.</param>
/// <param name="Movers">Who moved farthest.</param>
public sealed record TrialDay(
    int AsOfDay,
    TrialFigures Figures,
    IReadOnlyList<TrialMove> Entering,
    IReadOnlyList<TrialMove> Leaving,
    IReadOnlyList<TrialMove> Movers);

/// <summary>A member and where it stands under both models.</summary>
public readonly record struct TrialMove(TrialMember Member, TrialPlace Place);

/// <summary>How far a trial has come.</summary>
/// <param name="AsOfDay">The day that is scored.</param>
/// <param name="Scored">Members scored of all days together.</param>
/// <param name="Total">Members to score of all days together, as far as is known.</param>
/// <param name="Texts">Before anybody is scored, how far the log is read for filters that are not counted; null when it need not be.</param>
public readonly record struct TrialProgress(int AsOfDay, long Scored, long Total, FilterProgress? Texts = null);

/// <summary>A trial that cannot be run, or not to its end.</summary>
public sealed class TrialException(TrialFailure failure, string message) : InvalidOperationException(message)
{
    /// <summary>Why.</summary>
    public TrialFailure Failure { get; } = failure;
}

/// <summary>Why a trial cannot be run.</summary>
public enum TrialFailure
{
    /// <summary>There are more members than are compared at a time.</summary>
    TooManyMembers,

    /// <summary>Nobody has done anything yet.</summary>
    NoActivity,

    /// <summary>A partition started again meanwhile: run the trial again.</summary>
    Interrupted,
}
