namespace SocialLeads.Storage;

/// <summary>A member's saved state.</summary>
/// <param name="Member">Any text of 1 to 2,048 UTF-8 bytes.</param>
/// <param name="State">What the partition's owner makes of it.</param>
public readonly record struct SavedMember(string Member, ReadOnlyMemory<byte> State)
{
    /// <summary>Set when reading: the stored checksum is not that of the member and the state, which cannot be trusted.</summary>
    public bool Damaged { get; init; }
}
