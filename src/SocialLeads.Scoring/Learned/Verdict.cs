namespace SocialLeads.Scoring.Learned;

/// <summary>What the outcomes of one member come to: one row to learn from, so that nobody counts twice.</summary>
/// <param name="Day">The UTC day (<see cref="Activities.UtcDay"/>) on which it was first known.</param>
/// <param name="IsPositive">Whether the member was worth finding.</param>
public readonly record struct Verdict(int Day, bool IsPositive)
{
    /// <summary>
    /// The last outcome decides, and counts from the first of those before it without one of the other sort between: a lead that was
    /// qualified and then won was worth finding before it was qualified, and what the member did from then on was in part the team's doing.
    /// One that was rejected and later won counts from what came after the rejection; one that was qualified and then lost, from the loss.
    /// </summary>
    /// <param name="outcomes">The outcomes in order of time; at least one.</param>
    public static Verdict Of(IReadOnlyList<Verdict> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var first = outcomes.Count - 1;
        while (first > 0 && outcomes[first - 1].IsPositive == outcomes[^1].IsPositive) first--;
        return outcomes[first];
    }
}
