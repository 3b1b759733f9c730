namespace SocialLeads.Storage;

/// <summary>The store was written by a newer program than this one, which must not touch it.</summary>
public sealed class StoreVersionException(int found, int known)
    : InvalidOperationException(
        $"The store has schema version {found}; this program knows versions up to {known}. Use the newer program.")
{
    /// <summary>The store's schema version.</summary>
    public int Found { get; } = found;

    /// <summary>The newest schema version that this program knows.</summary>
    public int Known { get; } = known;
}
