namespace SocialLeads.Storage;

/// <summary>A block of fingerprints of activity ids, by which duplicates are told. A day may have many blocks.</summary>
/// <param name="Day">Days since 1970-01-01 UTC, or any other number that grows with time; used to forget old blocks.</param>
/// <param name="Fingerprints">What the partition's owner makes of it.</param>
public sealed record SeenIds(int Day, ReadOnlyMemory<byte> Fingerprints)
{
    /// <summary>Set when reading: the stored checksum is not that of the day and the fingerprints, which cannot be trusted.</summary>
    public bool Damaged { get; init; }
}
