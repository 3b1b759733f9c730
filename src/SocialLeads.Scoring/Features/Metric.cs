namespace SocialLeads.Scoring.Features;

/// <summary>What a series holds for each day. The numbers are persisted.</summary>
public enum Metric
{
    /// <summary>How many activities.</summary>
    Count = 0,

    /// <summary>Sum of durations, in milliseconds.</summary>
    Duration = 1,

    /// <summary>Sum of the positive values, in thousandths.</summary>
    ValueGain = 2,

    /// <summary>Sum of the absolute negative values, in thousandths. Apart from the gains, so that saturating sums commute.</summary>
    ValueLoss = 3,

    /// <summary>The duration of the latest activity that has one, in milliseconds.</summary>
    LatestDuration = 4,

    /// <summary>The value of the latest activity that has one, in thousandths.</summary>
    LatestValue = 5,

    /// <summary>How many activities with each peer.</summary>
    Peers = 6,
}
