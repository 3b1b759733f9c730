namespace SocialLeads.Scoring.Models;

/// <summary>What a signal measures of its activities; the unit is that of the contribution's measured value.</summary>
public enum Measure
{
    /// <summary>How many activities.</summary>
    Count,

    /// <summary>Their durations added up, in seconds.</summary>
    DurationSeconds,

    /// <summary>Their values added up.</summary>
    Value,

    /// <summary>How many different peers; each by the latest activity with it.</summary>
    DistinctPeers,

    /// <summary>How many days with such an activity.</summary>
    ActiveDays,

    /// <summary>The value of the latest activity that has one.</summary>
    LatestValue,

    /// <summary>The duration of the latest activity that has one, in seconds.</summary>
    LatestDurationSeconds,

    /// <summary>1 if the latest such activity is later than the latest that ends it, else 0.</summary>
    Membership,

    /// <summary>
    /// How much the last weeks differ from what is usual for the member: nines of the tail probability beyond a threshold; see
    /// <see cref="Patterns.PatternRule"/>.
    /// </summary>
    Change,

    /// <summary>The same for what the member never did in the weeks before.</summary>
    Onset,

    /// <summary>The figure of the colleagues at the member's company, in points; it comes from outside the member's features.</summary>
    Colleagues,
}
