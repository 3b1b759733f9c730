namespace SocialLeads.Cli.Import;

/// <summary>Something activities can be read from, once, in one stream.</summary>
internal interface IActivitySource
{
    /// <summary>What is read, for the progress line.</summary>
    string Name { get; }

    /// <summary>How many bytes there are to read in all; null when that cannot be known.</summary>
    long? TotalBytes { get; }

    /// <summary>How many bytes were read so far. May be asked from any thread.</summary>
    long BytesRead { get; }

    /// <summary>Reads everything, counting into the tally given at construction.</summary>
    /// <exception cref="CliException">The source cannot be read on.</exception>
    IAsyncEnumerable<ImportedActivity> ReadAsync(CancellationToken cancellationToken);
}
