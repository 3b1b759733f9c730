using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Sending;

namespace SocialLeads.Cli.Output;

/// <summary>What an import came to.</summary>
/// <param name="Tally">What was read and mapped.</param>
/// <param name="Totals">What the server answered.</param>
/// <param name="Elapsed">From the first byte read to the last acknowledgement.</param>
/// <param name="Complete">False when it ended before everything was sent.</param>
/// <param name="Repeat">Options that name the same server and tenant again; null where leads are not what comes next.</param>
internal sealed record ImportReport(ImportTally Tally, SendTotals Totals, TimeSpan Elapsed, bool Complete, string? Repeat)
{
    /// <summary>What was sent.</summary>
    public string What { get; init; } = "activities";

    /// <summary>Activities a second, over the whole import.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Totals.Sent / Elapsed.TotalSeconds : 0;

    /// <summary>The last UTC day of what the server has, YYYY-MM-DD; null when it took nothing.</summary>
    public string? LastDay => Totals.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The command that shows the leads as of the last day; null when nothing was taken.</summary>
    public string? Next => Repeat is not null && LastDay is { } day ? $"socialleads top --as-of {day}{Repeat}" : null;
}
