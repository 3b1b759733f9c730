namespace SocialLeads.Scoring.Patterns;

/// <summary>How a member's last weeks are judged against the weeks before.</summary>
/// <param name="RecentWeeks">The weeks that are judged, the day of the score being their last day: 1 to 8.</param>
/// <param name="BaselineWeeks">The weeks before them that tell what is usual: 4 to 48.</param>
/// <param name="BeyondThousandths">
/// How unlikely it must be before it counts, in thousandths of a nine: a probability of 10^-n has n nines. 0 to 15,000.
/// </param>
/// <param name="Direction">What kind of change counts.</param>
public readonly record struct PatternRule(int RecentWeeks, int BaselineWeeks, long BeyondThousandths, ChangeDirection Direction)
{
    /// <summary>The fewest weeks before the judged ones that a member must have been there: with fewer there is nothing to say.</summary>
    public const int LeastBaselineWeeks = 4;

    /// <summary>The most weeks that are judged.</summary>
    public const int MostRecentWeeks = 8;

    /// <summary>The most weeks before them; together 392 days, which features keep by day.</summary>
    public const int MostBaselineWeeks = 48;
}
