namespace SocialLeads.Scoring.Accuracy;

/// <summary>
/// The same members on several days (panel data): what several rankings said of each on each day, and what happened afterwards.
/// </summary>
public sealed class Panel
{
    /// <summary>Takes in the days.</summary>
    /// <param name="days">At least one; all with the same columns.</param>
    /// <exception cref="ArgumentException">There is no day, or the days have different numbers of columns.</exception>
    public Panel(IReadOnlyList<PanelDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0) throw new ArgumentException("There is no day.", nameof(days));
        if (days.Any(day => day.Columns != days[0].Columns))
            throw new ArgumentException("The days have different numbers of columns.", nameof(days));
        Days = [.. days];
    }

    /// <summary>The days.</summary>
    public IReadOnlyList<PanelDay> Days { get; }

    /// <summary>A number above that of every member.</summary>
    internal int MembersEnd => Days.Max(day => day.Members.Max()) + 1;

    /// <summary>A number above that of every column.</summary>
    internal int ColumnsEnd => Days[0].Columns;
}
