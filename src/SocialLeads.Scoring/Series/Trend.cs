namespace SocialLeads.Scoring.Series;

/// <summary>Where a member's points are going.</summary>
public enum Trend
{
    /// <summary>Fewer than <see cref="TrendTest.LeastWeeks"/> weeks of points.</summary>
    TooLittleToSay,

    /// <summary>Neither up nor down by more than chance, or by next to nothing.</summary>
    Steady,

    /// <summary>Up.</summary>
    Improving,

    /// <summary>Down.</summary>
    Declining,
}
