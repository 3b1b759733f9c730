namespace SocialLeads.Storage;

/// <summary>An appended entry does not continue the log: its writer does not know where the log ends.</summary>
public sealed class LogPositionException(PartitionId partition, long given, long expected)
    : StaleWriterException(
        partition,
        $"The log of partition {partition.Index} continues at position {expected}; an entry for position {given} was refused.")
{
    /// <summary>The position of the refused entry.</summary>
    public long Given { get; } = given;

    /// <summary>The only position that the log accepts next.</summary>
    public long Expected { get; } = expected;
}
