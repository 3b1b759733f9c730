namespace SocialLeads.Storage.Writing;

/// <summary>What decides whether a partition accepts a write.</summary>
internal sealed class PartitionState(PartitionId id)
{
    public PartitionId Id { get; } = id;

    /// <summary>The partition's number in the database; 0 while nothing is stored of it.</summary>
    public long Row { get; set; }

    /// <summary>Counts the handles that became its writer; only the latest may write.</summary>
    public long Term { get; set; }

    public long CheckpointPosition { get; set; }

    public long LastPosition { get; set; }
}
