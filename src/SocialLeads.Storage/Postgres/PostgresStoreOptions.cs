namespace SocialLeads.Storage.Postgres;

/// <summary>How a PostgreSQL store is opened. Several processes may open the same one.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>
    /// An Npgsql connection string. The store's tables are made in the first schema of its search path, which must exist.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>Partitions per tenant when the store is made, 1 to 1,024. An existing store keeps its own number.</summary>
    public int PartitionCount { get; init; } = 8;

    /// <summary>Connections this process uses at most, 2 to 1,000: one writes, the others read.</summary>
    public int MaxConnections { get; init; } = 16;

    /// <summary>Writes that may wait for the database, 1 to 1,000,000; further ones wait to be queued.</summary>
    public int QueueLength { get; init; } = 4096;

    /// <summary>Writes that share one commit at most, 1 to 1,000,000.</summary>
    public int MaxBatchWrites { get; init; } = 1024;

    /// <summary>
    /// Bytes, 1 to 1 GiB, after which a commit takes no further write. The write that reaches it is still part of it,
    /// so that a single larger write is possible.
    /// </summary>
    public int MaxBatchBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Called on the writer's thread when a transaction is complete but for its commit.</summary>
    internal Action? BeforeCommit { get; init; }
}
