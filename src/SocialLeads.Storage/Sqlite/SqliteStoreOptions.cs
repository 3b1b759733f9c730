using Microsoft.Data.Sqlite;

namespace SocialLeads.Storage.Sqlite;

/// <summary>How a SQLite store is opened. The defaults suit one server on one machine.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>Where the database file is; made if it does not exist. On a local disk: file locks are relied on.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Partitions per tenant when the store is made, 1 to 1,024. An existing store keeps its own number.</summary>
    public int PartitionCount { get; init; } = 8;

    /// <summary>Writes that may wait for the disk, 1 to 1,000,000; further ones wait to be queued.</summary>
    public int QueueLength { get; init; } = 4096;

    /// <summary>Writes that share one commit at most, 1 to 1,000,000.</summary>
    public int MaxBatchWrites { get; init; } = 1024;

    /// <summary>
    /// Bytes, 1 to 1 GiB, after which a commit takes no further write. The write that reaches it is still part of it,
    /// so that a single larger write is possible.
    /// </summary>
    public int MaxBatchBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Called on the writer's thread with each connection it opens.</summary>
    internal Action<SqliteConnection>? WriterOpened { get; init; }

    /// <summary>Called on the writer's thread when a transaction is complete but for its commit.</summary>
    internal Action? BeforeCommit { get; init; }
}
