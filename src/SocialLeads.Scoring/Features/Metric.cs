namespace SocialLeads.Scoring.Features;

/// <summary>What a series holds for each day. The numbers are persisted.</summary>
public enum Metric
{
    /// <summary>
    /// How many activities; by nothing and by tag also the sum of their durations, in milliseconds. They are held
    /// together because they come together: a second series would double what a page view costs.
    /// </summary>
    Count = 0,

    /// <summary>Sum of the positive values, in thousandths.</summary>
    ValueGain = 1,

    /// <summary>Sum of the absolute negative values, in thousandths. Apart from the gains, so that saturating sums commute.</summary>
    ValueLoss = 2,

    /// <summary>The duration of the latest activity that has one, in milliseconds.</summary>
    LatestDuration = 3,

    /// <summary>The value of the latest activity that has one, in thousandths.</summary>
    LatestValue = 4,

    /// <summary>How many activities with each peer.</summary>
    Peers = 5,

    /// <summary>How often each outcome was recorded, by its key (<see cref="Outcomes.Outcome.Key"/>) in a peer's place; undated.</summary>
    Outcomes = 6,

    /// <summary>Sum of the amounts of each outcome, in thousandths, in the same places.</summary>
    OutcomeAmounts = 7,
}
