namespace SocialLeads.Scoring.Models;

/// <summary>How much a day counts by its age, in days before the day of the score.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Days">The window or half-life, 1 to 400 days; 0 for all time.</param>
public readonly record struct Lookback(LookbackKind Kind, int Days);

/// <summary>The rule by which age counts.</summary>
public enum LookbackKind
{
    /// <summary>Every day counts in full.</summary>
    AllTime,

    /// <summary>The last days, the day of the score included, count in full; older ones not at all.</summary>
    Window,

    /// <summary>A day counts 2^(-age / half-life); not at all when older than <see cref="ModelBounds.HorizonDays"/>.</summary>
    HalfLife,
}
