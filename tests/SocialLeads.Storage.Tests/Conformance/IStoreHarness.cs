using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Tests.Conformance;

/// <summary>What the conformance tests need of a backend, beside its store: to open it, to crash it and to damage it.</summary>
public interface IStoreHarness : IAsyncDisposable
{
    /// <summary>Opens the same store each time.</summary>
    Task<IStore> OpenAsync(StoreSetup setup);

    /// <summary>Ends a store as a killed process would, whatever it is doing, and opens what it left.</summary>
    Task<IStore> CrashAndOpenAsync(IStore running);

    /// <summary>What the database throws when the disk is full.</summary>
    Exception DiskFull();

    Task DamageEntryAsync(PartitionId partition, long position);

    Task DamageMemberAsync(PartitionId partition, string member);

    Task DamageSeenIdsAsync(PartitionId partition, int day);

    Task DamageFilterCountsAsync(PartitionId partition);

    Task DamageModelAsync(ModelVersionId id);

    Task SetSchemaVersionAsync(int version);
}
