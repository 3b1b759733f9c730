using SocialLeads.Storage.Models;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage;

/// <summary>What differs between databases. Everything else of a store is the same for all.</summary>
internal interface IStoreBackend : IAsyncDisposable
{
    /// <summary>
    /// Whether a commit that throws is certain to have had no effect. Over a network it is not: the answer may have been lost.
    /// </summary>
    bool FailedCommitIsUndone { get; }

    IWriteSession OpenWriteSession();

    /// <summary>The exception to show for one that the database threw; others are returned as they are.</summary>
    Exception Translate(Exception cause);

    Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken);

    Task<SavedPartition> ReadPartitionAsync(PartitionId partition, int oldestSeenDay, CancellationToken cancellationToken);

    /// <summary>The next entries in order of position; none at the end.</summary>
    Task<IReadOnlyList<LogRead>> ReadLogPageAsync(PartitionId partition, long afterPosition, CancellationToken cancellationToken);

    /// <summary>The next members in order of their names' bytes; none at the end.</summary>
    Task<MemberPage> ReadMemberPageAsync(PartitionId partition, byte[] afterMember, CancellationToken cancellationToken);

    Task<SavedMember?> ReadMemberAsync(PartitionId partition, byte[] member, CancellationToken cancellationToken);

    Task<long> ReadModelRevisionAsync(byte[] tenant, CancellationToken cancellationToken);

    /// <summary>All versions of a tenant's models, of one moment.</summary>
    Task<SavedModels> ReadModelsAsync(byte[] tenant, CancellationToken cancellationToken);

    Task<SavedModelDocument?> ReadModelDocumentAsync(ModelKey key, CancellationToken cancellationToken);

    /// <summary>Those of the members that are there, of one moment.</summary>
    Task<IReadOnlyList<SavedMember>> ReadMembersAsync(PartitionId partition, byte[][] members, CancellationToken cancellationToken);
}
