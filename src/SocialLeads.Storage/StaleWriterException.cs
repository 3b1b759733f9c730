namespace SocialLeads.Storage;

/// <summary>A write came from a handle that is no longer the partition's one writer. Nothing was written; load again.</summary>
public class StaleWriterException : Exception
{
    public StaleWriterException(PartitionId partition)
        : this(partition, $"Partition {partition.Index} was loaded by another writer; this one can no longer write to it.")
    {
    }

    protected StaleWriterException(PartitionId partition, string message)
        : base(message) => Partition = partition;

    public PartitionId Partition { get; }
}
