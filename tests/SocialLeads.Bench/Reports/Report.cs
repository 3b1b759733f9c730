using SocialLeads.Bench.Results;
using SocialLeads.Bench.Rows;

namespace SocialLeads.Bench.Reports;

/// <summary>What one run of the benchmark found.</summary>
/// <param name="Machine">What it ran on, and when.</param>
/// <param name="Scale">How much was measured.</param>
/// <param name="Took">How long it all took.</param>
/// <param name="Results">In the order in which they were measured.</param>
internal sealed record Report(string Machine, Scale Scale, TimeSpan Took, IReadOnlyList<Result> Results)
{
    /// <summary>How the figures came about.</summary>
    public string Method => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"Each figure is the median of {Scale.Runs} runs, with the least and the most; one more run before them warms up and does not count. "
        + $"The product and its rival run in turn, fed by a process of its own. A run of ingest is {Scale.Activities:N0} activities.");

    /// <summary>How many targets are met, of how many that could be measured.</summary>
    public (int Met, int Of) Targets => (Results.Count(one => one.Met == true), Results.Count(one => one.Met is not null));
}
