namespace SocialLeads.Storage;

/// <summary>What a partition saves so that a restart need not read its log from the beginning.</summary>
/// <param name="Position">The last log position that the saved states include; 0 if none.</param>
/// <param name="Members">Members whose state changed since the last checkpoint, each once.</param>
/// <param name="Symbols">Symbols that are new since the last checkpoint, each once.</param>
/// <param name="SeenIds">Ids seen since the last checkpoint; they are added to those saved before.</param>
/// <param name="ForgetSeenBeforeDay">Blocks of earlier days are deleted; <see cref="int.MinValue"/> keeps all.</param>
public sealed record Checkpoint(
    long Position,
    IReadOnlyList<SavedMember> Members,
    IReadOnlyList<SavedSymbol> Symbols,
    IReadOnlyList<SeenIds> SeenIds,
    int ForgetSeenBeforeDay)
{
    /// <summary>Which part of the log each filter is counted of in the saved states; null when that is what was saved before.</summary>
    public SavedFilterCounts? FilterCounts { get; init; }
}
