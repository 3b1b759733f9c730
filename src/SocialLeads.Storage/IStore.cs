using SocialLeads.Storage.Models;

namespace SocialLeads.Storage;

/// <summary>
/// Everything durable: of each partition a log of what was accepted, and a checkpoint that saves what the log added up to;
/// and the versions of tenants' scoring models.
/// Disposing it completes what was already asked of it, then closes.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Partitions per tenant, 1 to 1,024. Fixed when the store was made, since a member's partition follows from it.</summary>
    int PartitionCount { get; }

    /// <summary>
    /// 16 random bytes that were made with the store: a key for hashes that nobody outside can foresee and that hold for the
    /// life of the store.
    /// </summary>
    ReadOnlyMemory<byte> Secret { get; }

    /// <summary>What the store has done since it was opened.</summary>
    StoreStatistics Statistics { get; }

    /// <summary>A new handle on a partition. Nothing is stored for the partition before the handle's first write.</summary>
    /// <exception cref="ArgumentException">The tenant is empty, longer than 2,048 UTF-8 bytes, or has no UTF-8 form (a lone surrogate).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is not below <see cref="PartitionCount"/>.</exception>
    IPartitionStore Partition(PartitionId id);

    /// <summary>The versions of tenants' scoring models.</summary>
    IModelStore Models { get; }

    /// <summary>Every tenant of which something was ever stored, in the order of their names' UTF-8 bytes.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be read.</exception>
    Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken);
}
