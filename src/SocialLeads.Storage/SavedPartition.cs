namespace SocialLeads.Storage;

/// <summary>What a partition's new writer starts from, apart from the members' states.</summary>
/// <param name="CheckpointPosition">The last log position that the saved states include; 0 if there is no checkpoint.</param>
/// <param name="LastPosition">The log's end; the next entry's position is one more. Holds also when the log was trimmed.</param>
/// <param name="Symbols">In order of id.</param>
/// <param name="SeenIds">In order of day, and within a day as they were saved.</param>
public sealed record SavedPartition(
    long CheckpointPosition,
    long LastPosition,
    IReadOnlyList<SavedSymbol> Symbols,
    IReadOnlyList<SeenIds> SeenIds)
{
    /// <summary>Which part of the log each filter is counted of in the saved states.</summary>
    public SavedFilterCounts FilterCounts { get; init; } = SavedFilterCounts.None;
}
