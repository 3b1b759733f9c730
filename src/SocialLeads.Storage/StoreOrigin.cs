using System.Security.Cryptography;

namespace SocialLeads.Storage;

/// <summary>What was decided when a store was made, and stays.</summary>
/// <param name="PartitionCount">See <see cref="IStore.PartitionCount"/>.</param>
/// <param name="Secret">See <see cref="IStore.Secret"/>.</param>
internal sealed record StoreOrigin(int PartitionCount, byte[] Secret)
{
    private const int SecretBytes = 16;

    public static StoreOrigin New(int partitionCount) => new(partitionCount, RandomNumberGenerator.GetBytes(SecretBytes));
}
