namespace SocialLeads.Cli.Evaluate;

/// <summary>What happened to members after a day.</summary>
internal interface ITruth
{
    /// <summary>What the rankings are held against, such as <c>who is qualified or won within the next 60 days?</c></summary>
    string Question { get; }

    /// <summary>How many days after a day count.</summary>
    int Within { get; }

    DayTruth After(DateOnly day);
}

/// <summary>What happened after one day.</summary>
/// <param name="Positive">To whom it happened within the horizon.</param>
/// <param name="LeftOut">To whom it had happened before, or on the day: known already, and so no longer in question.</param>
internal sealed record DayTruth(IReadOnlySet<string> Positive, IReadOnlySet<string> LeftOut);
