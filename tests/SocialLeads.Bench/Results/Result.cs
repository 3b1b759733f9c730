namespace SocialLeads.Bench.Results;

/// <summary>One line of the benchmark: a figure, its rival of the same run, and what is wanted of their ratio.</summary>
/// <param name="Row">The row it belongs to, by which it can be asked for.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">The unit of figure and rival.</param>
/// <param name="Figure">What the product reached; null when it could not be measured here.</param>
internal sealed record Result(string Row, string Name, string Unit, Sample? Figure)
{
    /// <summary>What the rival is; empty if there is none.</summary>
    public string RivalName { get; init; } = "";

    /// <summary>What the rival reached.</summary>
    public Sample? Rival { get; init; }

    /// <summary>Of the ratio, or where there is no rival of the figure; null when nothing is promised.</summary>
    public Target? Target { get; init; }

    /// <summary>What a reader has to know beside it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether measuring it went wrong.</summary>
    public bool Failed { get; init; }

    /// <summary>Figure by rival.</summary>
    public double? Ratio => Figure is { } figure && Rival is { Median: not 0 } rival ? figure.Median / rival.Median : null;

    /// <summary>Whether the target is met; null when there is none, or it could not be measured.</summary>
    public bool? Met => Target is { } target && (Ratio ?? (RivalName.Length == 0 ? Figure?.Median : null)) is { } value
        ? target.IsMetBy(value)
        : null;

    public static Result Skipped(string row, string name, string why) => new(row, name, "", null) { Note = $"skipped: {why}" };
}
