using System.Globalization;
using SocialLeads.Bench.Results;
using SocialLeads.Bench.Rows;
using SocialLeads.Bench.Traffic;

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
        CultureInfo.InvariantCulture,
        $"Each figure is the median of {Scale.Runs} runs, with the least and the most; one more run before them warms up and does not count. "
        + $"The product and its rival run in turn, fed by a process of its own. A run of ingest is {Scale.Activities:N0} activities, "
        + $"or {Scale.SustainedActivities:N0} where the product is measured against its floor or itself, so that each run has its checkpoints (two partitions of eight in each, and none while the rival runs), "
        + $"of all ten behaviours over {TrafficPlan.Days} days, by {Scale.Members:N0} members unless the line says otherwise, drawn by Zipf's law with exponent "
        + $"{TrafficPlan.MemberExponent:0.0}, seed {Lab.Seed}. Memory and disk of a member are counted once.");

    /// <summary>What a reader has to know beside the figures, by the name of the line.</summary>
    public IEnumerable<(string Name, string Note)> Notes =>
        Results.Where(one => one.Figure is not null && one.Note.Length > 0).Select(one => (one.Name, one.Note));

    /// <summary>How many targets are met, of how many that could be measured.</summary>
    public (int Met, int Of) Targets => (Results.Count(one => one.Met == true), Results.Count(one => one.Met is not null));
}
