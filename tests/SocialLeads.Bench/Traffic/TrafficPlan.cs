namespace SocialLeads.Bench.Traffic;

/// <summary>Which community is simulated. Two plans that are equal make the same activities.</summary>
/// <param name="Members">Members of the community.</param>
/// <param name="NowMs">The end of the days on which the activities happen, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Seed">Decides everything that chance decides.</param>
internal sealed record TrafficPlan(int Members, long NowMs, ulong Seed)
{
    /// <summary>Activities are spread evenly over this many days.</summary>
    public const int Days = 30;

    /// <summary>How unevenly members act: in a community of 100,000 the busiest does 2 % of everything, the median member 0.0002 %.</summary>
    public const double MemberExponent = 0.8;
}
