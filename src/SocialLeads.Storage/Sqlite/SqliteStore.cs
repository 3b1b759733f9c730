using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Sqlite;

/// <summary>A store in one file, <c>socialleads.db</c>, for one process at a time.</summary>
public sealed class SqliteStore : Store
{
    private SqliteStore(SqliteBackend backend, WriteQueue queue, StoreOrigin origin, Action? beforeCommit, ILogger logger)
        : base(backend, queue, origin, beforeCommit, logger)
    {
    }

    /// <summary>Opens the store of a data directory, or makes it.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names every one that is.</exception>
    /// <exception cref="StoreLockedException">Another process has it open.</exception>
    /// <exception cref="StoreVersionException">A newer program wrote it.</exception>
    /// <exception cref="StoreUnavailableException">The directory or the file cannot be used.</exception>
    public static Task<SqliteStore> OpenAsync(SqliteStoreOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        Check(options);
        return Task.Run(() => Open(options, logger), cancellationToken);
    }

    private static SqliteStore Open(SqliteStoreOptions options, ILogger logger)
    {
        var directory = Path.GetFullPath(options.DataDirectory);
        var directoryLock = DirectoryLock.Take(directory);
        try
        {
            var database = new SqliteDatabase(directory);
            var origin = Prepare(database, options, logger);
            logger.StoreOpened(directory, SqliteSchema.Version, origin.PartitionCount);
            if (origin.PartitionCount != options.PartitionCount)
                logger.PartitionCountKept(origin.PartitionCount, options.PartitionCount);

            var queue = new WriteQueue(options.QueueLength, options.MaxBatchWrites, options.MaxBatchBytes);
            return new(new SqliteBackend(database, directoryLock, options), queue, origin, options.BeforeCommit, logger);
        }
        catch (Exception)
        {
            directoryLock.Dispose();
            throw;
        }
    }

    private static void Check(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        new OptionFaults()
            .Require(!string.IsNullOrWhiteSpace(options.DataDirectory), "DataDirectory must name a directory.")
            .Range(nameof(options.PartitionCount), options.PartitionCount, 1, 1024)
            .Range(nameof(options.QueueLength), options.QueueLength, 1, 1_000_000)
            .Range(nameof(options.MaxBatchWrites), options.MaxBatchWrites, 1, 1_000_000)
            .Range(nameof(options.MaxBatchBytes), options.MaxBatchBytes, 1, 1 << 30)
            .ThrowIfAny(nameof(options));
    }

    private static StoreOrigin Prepare(SqliteDatabase database, SqliteStoreOptions options, ILogger logger)
    {
        try
        {
            using var connection = database.OpenForWriting();
            return SqliteSchema.Prepare(connection, options.PartitionCount, logger);
        }
        catch (SqliteException e)
        {
            throw database.Unavailable(e);
        }
    }
}
