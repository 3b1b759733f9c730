using Microsoft.Extensions.Logging;
using Npgsql;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Postgres;

/// <summary>A store in a PostgreSQL database (15 or later), which several processes may use at a time.</summary>
public sealed class PostgresStore : Store
{
    private PostgresStore(PostgresBackend backend, WriteQueue queue, StoreOrigin origin, Action? beforeCommit, ILogger logger)
        : base(backend, queue, origin, beforeCommit, logger)
    {
    }

    /// <summary>Opens the store of a database, or makes its tables.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names every one that is.</exception>
    /// <exception cref="StoreVersionException">A newer program wrote it.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    public static async Task<PostgresStore> OpenAsync(
        PostgresStoreOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        Check(options);
        var connectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxPoolSize = options.MaxConnections };
        var dataSource = NpgsqlDataSource.Create(connectionString);
        try
        {
            var origin = await PostgresSchema.PrepareAsync(dataSource, options.PartitionCount, logger, cancellationToken);
            var location = $"{connectionString.Host}/{connectionString.Database}";
            logger.StoreOpened(location, PostgresSchema.Version, origin.PartitionCount);
            if (origin.PartitionCount != options.PartitionCount)
                logger.PartitionCountKept(origin.PartitionCount, options.PartitionCount);

            var queue = new WriteQueue(options.QueueLength, options.MaxBatchWrites, options.MaxBatchBytes);
            return new(new PostgresBackend(dataSource), queue, origin, options.BeforeCommit, logger);
        }
        catch (Exception e)
        {
            await dataSource.DisposeAsync();
            if (e is NpgsqlException failure)
                throw PostgresBackend.Unavailable(failure);

            throw;
        }
    }

    private static void Check(PostgresStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        new OptionFaults()
            .Require(!string.IsNullOrWhiteSpace(options.ConnectionString), "ConnectionString must name a database.")
            .Range(nameof(options.PartitionCount), options.PartitionCount, 1, 1024)
            .Range(nameof(options.MaxConnections), options.MaxConnections, 2, 1000)
            .Range(nameof(options.QueueLength), options.QueueLength, 1, 1_000_000)
            .Range(nameof(options.MaxBatchWrites), options.MaxBatchWrites, 1, 1_000_000)
            .Range(nameof(options.MaxBatchBytes), options.MaxBatchBytes, 1, 1 << 30)
            .ThrowIfAny(nameof(options));
    }
}
