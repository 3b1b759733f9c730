namespace SocialLeads.Storage;

/// <summary>One entry of a partition's log, as it was found.</summary>
/// <param name="Position">Where it stands in the log.</param>
/// <param name="Payload">What is stored, also when it is damaged.</param>
/// <param name="Damaged">The stored checksum is not that of the position and the payload: do not trust the payload.</param>
public readonly record struct LogRead(long Position, ReadOnlyMemory<byte> Payload, bool Damaged);
