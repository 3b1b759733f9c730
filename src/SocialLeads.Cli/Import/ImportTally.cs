namespace SocialLeads.Cli.Import;

/// <summary>What reading a source came to: what was mapped to what, and what was not and why.</summary>
internal sealed class ImportTally
{
    private readonly BoundedCounts _mapped = new();
    private readonly BoundedCounts _skipped = new();

    /// <summary>Activities by source and kind.</summary>
    public IEnumerable<SourceCount> Mapped => _mapped.List();

    /// <summary>Rows, or facts in rows, that gave no activity, by source and reason.</summary>
    public IEnumerable<SourceCount> Skipped => _skipped.List();

    /// <summary>How many lines were not readable at all; these make the import end with an error code.</summary>
    public long BadLines { get; private set; }

    public void CountMapped(string source, string kind) => _mapped.Add(source, kind);

    public void CountSkipped(string source, string reason) => _skipped.Add(source, reason);

    public void CountBadLine() => BadLines++;
}
