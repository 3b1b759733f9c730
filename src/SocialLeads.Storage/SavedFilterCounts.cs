namespace SocialLeads.Storage;

/// <summary>Which part of the log each filter over texts is counted of in a partition's saved states.</summary>
/// <param name="Counts">What the partition's owner makes of it; empty if nothing was ever saved.</param>
public sealed record SavedFilterCounts(ReadOnlyMemory<byte> Counts)
{
    /// <summary>Nothing was saved.</summary>
    public static SavedFilterCounts None { get; } = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>Set when reading: the stored checksum is not that of the counts, which cannot be trusted.</summary>
    public bool Damaged { get; init; }
}
