using SocialLeads.Storage;
using SocialLeads.Storage.Postgres;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Server.Hosting;

/// <summary>Opens the store that the configuration names: PostgreSQL when there is a connection string, the embedded one otherwise.</summary>
internal static class StoreOpening
{
    public static async Task<IStore> OpenAsync(ServerOptions options, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        if (options.Postgres.Length == 0)
        {
            return await SqliteStore.OpenAsync(
                new SqliteStoreOptions { DataDirectory = options.Data, PartitionCount = options.Partitions },
                logging.CreateLogger<SqliteStore>(),
                cancellationToken);
        }

        return await PostgresStore.OpenAsync(
            new PostgresStoreOptions { ConnectionString = options.Postgres, PartitionCount = options.Partitions },
            logging.CreateLogger<PostgresStore>(),
            cancellationToken);
    }
}
