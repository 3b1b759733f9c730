namespace SocialLeads.Storage;

/// <summary>What a store has done since it was opened.</summary>
/// <param name="Commits">Transactions that were committed.</param>
/// <param name="Appends">Log entries that became durable.</param>
/// <param name="AppendedBytes">Bytes of their payloads.</param>
/// <param name="Checkpoints">Checkpoints that became durable.</param>
/// <param name="FailedWrites">Writes that were refused or failed.</param>
public readonly record struct StoreStatistics(
    long Commits,
    long Appends,
    long AppendedBytes,
    long Checkpoints,
    long FailedWrites);
