namespace SocialLeads.Server.Demo.Simulation;

/// <summary>How a member uses the site when in a certain frame of mind.</summary>
internal sealed record Habit
{
    /// <summary>Visits in a week for a member of middling engagement, in thousandths.</summary>
    public required int VisitsPerWeek { get; init; }

    /// <summary>Pages in a visit after the first one, on average, in thousandths.</summary>
    public required int FurtherPages { get; init; }

    /// <summary>Longest time spent on a page, in seconds; half of it is the average.</summary>
    public required int LongestDwell { get; init; }

    /// <summary>How often each act happens, per thousand visits.</summary>
    public required IReadOnlyList<(Act Act, int PerThousandVisits)> Acts { get; init; }

    /// <summary>The tags of what is read and written.</summary>
    public required Mix Topics { get; init; }

    /// <summary>The groups that are read, joined and posted in.</summary>
    public required Mix Groups { get; init; }

    /// <summary>How many of the new connections are with employees, in thousandths.</summary>
    public required int EmployeePeers { get; init; }

    /// <summary>The departments of those employees.</summary>
    public required Mix Departments { get; init; }

    /// <summary>How many referrals go to a friend with the member's own e-mail domain, in thousandths.</summary>
    public required int ColleagueReferrals { get; init; }
}
