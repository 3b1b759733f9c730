namespace SocialLeads.Cli.Outcomes;

/// <summary>What a member came to.</summary>
/// <param name="Member">The member, by the community's own id.</param>
/// <param name="Day">The UTC day it was known.</param>
/// <param name="Outcome">One of <see cref="OutcomeWords.All"/>.</param>
internal sealed record OutcomeRow(string Member, DateOnly Day, string Outcome)
{
    /// <summary>The sender's id; of a file without ids made of the day, the outcome and how many such there were before.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it was worth; null if that was not told.</summary>
    public double? Amount { get; init; }

    /// <summary>The line it was read from, from 1; 0 if from none.</summary>
    public long Line { get; init; }

    /// <summary>The id of the outcome of a member and day that has none of its own.</summary>
    /// <param name="day">The day.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="number">How many like it there are, this one included.</param>
    public static string IdOf(DateOnly day, string outcome, int number) => FormattableString.Invariant($"{day:yyyy-MM-dd}/{outcome}/{number}");
}
