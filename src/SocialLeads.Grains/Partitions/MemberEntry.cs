namespace SocialLeads.Grains.Partitions;

/// <summary>What a partition holds of one member.</summary>
/// <param name="member">The member's id.</param>
/// <param name="index">The member's place in the partition's table, dense from 0.</param>
internal sealed class MemberEntry(string member, int index)
{
    public string Member { get; } = member;

    public int Index { get; } = index;

    /// <summary>Packed features. The array is never written to again: a fold makes a new one, so a checkpoint may hold on to it.</summary>
    public byte[] Features { get; set; } = [];

    /// <summary>The log position up to which <see cref="Features"/> is complete.</summary>
    public long Version { get; set; }

    /// <summary>Whether <see cref="Features"/> is newer than the saved state.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Whether the boards still show the member as of earlier <see cref="Features"/>.</summary>
    public bool IsStale { get; set; }
}
