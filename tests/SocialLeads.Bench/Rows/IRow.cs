using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>One question the benchmark answers, by itself and from nothing.</summary>
internal interface IRow
{
    /// <summary>By which it is asked for.</summary>
    string Name { get; }

    /// <summary>What it measures, in a line.</summary>
    string Title { get; }

    Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken);
}
