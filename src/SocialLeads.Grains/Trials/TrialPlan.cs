namespace SocialLeads.Grains.Trials;

/// <summary>What is tried, and on which days. Days are UTC days, as <see cref="DateOnly.DayNumber"/>.</summary>
/// <param name="Draft">The document of the draft.</param>
/// <param name="Against">The document it is compared with.</param>
/// <param name="Days">The days; none for some before the newest activity.</param>
/// <param name="Within">For how many days after a day outcomes count as that day's, from 1.</param>
/// <param name="Today">The last day of which outcomes can be known.</param>
public sealed record TrialPlan(string Draft, string Against, IReadOnlyList<int> Days, int Within, int Today)
{
    /// <summary>The days after a day that are looked at when nothing else is asked for.</summary>
    public const int DefaultWithin = 60;
}
