using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Adds activities to members' packed features. The result depends on the set of activities alone, never on their order
/// or on how they were split into batches. Not safe for several threads at once: it keeps its buffers.
/// </summary>
public sealed class FeatureFold
{
    /// <summary>A fold that numbers series by a symbol table.</summary>
    /// <param name="symbols">The partition's symbols; new series are added to it.</param>
    /// <param name="retentionDays">Days kept singly, back from the member's own newest day: 1 to 4,000.</param>
    public FeatureFold(SymbolTable symbols, int retentionDays = FeatureBounds.DefaultRetentionDays) =>
        throw new NotImplementedException();

    /// <summary>The features with some activities added. Empty features are those of a member who did nothing.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Fold(ReadOnlySpan<byte> features, ReadOnlySpan<Activity> activities) => throw new NotImplementedException();

    /// <summary>The features of all activities of both.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public byte[] Merge(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => throw new NotImplementedException();
}
