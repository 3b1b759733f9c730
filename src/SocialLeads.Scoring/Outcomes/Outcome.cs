namespace SocialLeads.Scoring.Outcomes;

/// <summary>An outcome as a member's features keep it.</summary>
/// <param name="Key">Orders a member's outcomes by day, then kind, then a hash of the id; no two of a member share one.</param>
/// <param name="AmountThousandths">Thousandths of the tenant's own unit of money, 0 to 10^12; null if none, or 0, was given.</param>
public readonly record struct Outcome(long Key, long? AmountThousandths)
{
    /// <summary>The UTC day on which it was known, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day => OutcomeKey.DayOf(Key);

    /// <summary>What it was.</summary>
    public OutcomeKind Kind => OutcomeKey.KindOf(Key);

    /// <summary>Whether it says that the member was worth finding: qualified or won.</summary>
    public bool IsPositive => Kind is OutcomeKind.Qualified or OutcomeKind.Won;
}
