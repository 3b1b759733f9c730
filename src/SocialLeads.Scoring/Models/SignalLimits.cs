namespace SocialLeads.Scoring.Models;

/// <summary>What of the activities counts, and what must stand behind a signal before it counts at all; 0 for no limit.</summary>
/// <param name="PerDay">
/// The most that counts of one kind under one facet for one UTC day: activities, or seconds for sums of durations; 1 to 1,000,000.
/// </param>
/// <param name="PerPerson">
/// The most activities that count with one and the same peer, the latest first; 1 to 1,000,000. Activities without a peer do not
/// count then.
/// </param>
/// <param name="MinDays">How many different UTC days within the lookback must have activities that count; 1 to 400.</param>
/// <param name="MinPeople">How many different peers within the lookback the activities must be with; 1 to 512.</param>
public readonly record struct SignalLimits(int PerDay, int PerPerson, int MinDays, int MinPeople)
{
    /// <summary>Whether something must stand behind the signal before it counts.</summary>
    public bool HasMinimum => MinDays > 0 || MinPeople > 0;
}
