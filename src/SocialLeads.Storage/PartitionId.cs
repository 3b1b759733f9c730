namespace SocialLeads.Storage;

/// <summary>One partition of one tenant: the unit that has one writer, one log and one checkpoint.</summary>
/// <param name="Tenant">Any text of 1 to 2,048 UTF-8 bytes; compared byte by byte.</param>
/// <param name="Index">From 0 to <see cref="IStore.PartitionCount"/> − 1.</param>
public readonly record struct PartitionId(string Tenant, int Index)
{
    public override string ToString() => $"{Tenant}/{Index}";
}
