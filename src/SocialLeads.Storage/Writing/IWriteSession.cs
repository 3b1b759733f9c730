using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Writing;

/// <summary>
/// A backend's connection for writing, used by one thread. After any exception it is disposed, which undoes what was not
/// committed, and another is opened.
/// </summary>
internal interface IWriteSession : IDisposable
{
    /// <summary>Writes models within the transaction.</summary>
    IModelRows Models { get; }

    /// <summary>Starts a transaction that will write to these partitions.</summary>
    void Begin(IReadOnlyCollection<PartitionId> partitions);

    /// <summary>A partition as it stands within the transaction.</summary>
    PartitionState Find(PartitionId partition);

    /// <summary>Makes the partition's writer the one with the next term.</summary>
    void TakeOver(PartitionState partition);

    void InsertEntry(PartitionState partition, long position, uint checksum, ReadOnlyMemory<byte> payload);

    void DeleteEntries(PartitionState partition, long throughPosition);

    /// <exception cref="ArgumentException">A symbol's id already has another text.</exception>
    void SaveCheckpoint(PartitionState partition, CheckpointRows rows);

    /// <summary>Sends what was held back. After it only the commit can fail.</summary>
    void Complete();

    void Commit();
}
