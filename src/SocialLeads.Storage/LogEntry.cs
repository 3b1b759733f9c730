namespace SocialLeads.Storage;

/// <summary>One entry of a partition's log, as it is appended.</summary>
/// <param name="Position">1 for the partition's first entry, then one more each, without gaps.</param>
/// <param name="Payload">What the log's owner makes of it. Must not be changed before the append has succeeded, or ever if it fails.</param>
public sealed record LogEntry(long Position, ReadOnlyMemory<byte> Payload);
