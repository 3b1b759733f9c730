using Microsoft.Extensions.Logging;
using Npgsql;

namespace SocialLeads.Storage.Postgres;

/// <summary>Brings a database to the schema that this program knows; processes that start together do it one after another.</summary>
internal static class PostgresSchema
{
    /// <summary>The newest schema version; a migration leads from each version to the next.</summary>
    public static int Version => _migrations.Length;

    /// <summary>The migrations' SQL, the first from an empty database.</summary>
    public static IReadOnlyList<string> Migrations => _migrations;

    /// <summary>The advisory lock under which migrations run: "SocialLe" in ASCII.</summary>
    private const long MigrationLock = 0x536F6369616C4C65;

    // A released migration is never changed; a change of the schema is a further one.
    private static readonly string[] _migrations =
    [
        """
        CREATE TABLE partitions (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant bytea NOT NULL,
            number integer NOT NULL,
            term bigint NOT NULL DEFAULT 0,
            checkpoint_position bigint NOT NULL DEFAULT 0,
            stored boolean NOT NULL DEFAULT false,
            UNIQUE (tenant, number)
        );
        CREATE TABLE log (
            partition_id bigint NOT NULL,
            position bigint NOT NULL,
            crc bigint NOT NULL,
            payload bytea NOT NULL,
            PRIMARY KEY (partition_id, position)
        );
        CREATE TABLE members (
            partition_id bigint NOT NULL,
            member bytea NOT NULL,
            crc bigint NOT NULL,
            state bytea NOT NULL,
            PRIMARY KEY (partition_id, member)
        );
        CREATE TABLE symbols (
            partition_id bigint NOT NULL,
            id integer NOT NULL,
            text bytea NOT NULL,
            PRIMARY KEY (partition_id, id)
        );
        CREATE TABLE seen_ids (
            partition_id bigint NOT NULL,
            day integer NOT NULL,
            block bigint GENERATED ALWAYS AS IDENTITY,
            crc bigint NOT NULL,
            fingerprints bytea NOT NULL,
            PRIMARY KEY (partition_id, day, block)
        );
        """,
        """
        CREATE TABLE models (
            tenant bytea NOT NULL,
            model bytea NOT NULL,
            version integer NOT NULL,
            state integer NOT NULL,
            author bytea NOT NULL,
            reason bytea NOT NULL,
            created_ms bigint NOT NULL,
            changed_ms bigint NOT NULL,
            validated_ms bigint,
            tried_ms bigint,
            ready_ms bigint,
            crc bigint NOT NULL,
            document bytea NOT NULL,
            PRIMARY KEY (tenant, model, version)
        );
        CREATE TABLE model_revisions (
            tenant bytea PRIMARY KEY,
            revision bigint NOT NULL
        );
        """,
        """
        ALTER TABLE partitions ADD COLUMN filter_counts bytea, ADD COLUMN filter_counts_crc bigint;
        """,
    ];

    /// <summary>What the store was made with; a new one has the given number of partitions per tenant.</summary>
    /// <exception cref="StoreVersionException">The schema is newer than this program.</exception>
    public static async Task<StoreOrigin> PrepareAsync(
        NpgsqlDataSource dataSource, int partitionCount, ILogger logger, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection)
        {
            Parameters = { new() { Value = MigrationLock } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);

        await ExecuteAsync(
            connection,
            "CREATE TABLE IF NOT EXISTS schema (version integer NOT NULL, partition_count integer NOT NULL, secret bytea NOT NULL)",
            cancellationToken);
        var (found, origin) = await ReadAsync(connection, cancellationToken) ?? (0, StoreOrigin.New(partitionCount));
        if (found > Version)
            throw new StoreVersionException(found, Version);

        for (var version = found; version < Version; version++)
            await ExecuteAsync(connection, _migrations[version], cancellationToken);

        if (found != Version)
        {
            await ExecuteAsync(
                connection,
                $"DELETE FROM schema; INSERT INTO schema VALUES ({Version}, {origin.PartitionCount}, '\\x{Convert.ToHexString(origin.Secret)}')",
                cancellationToken);
            logger.StoreMigrated(found, Version);
        }

        await transaction.CommitAsync(cancellationToken);
        return origin;
    }

    private static async Task<(int Version, StoreOrigin Origin)?> ReadAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT version, partition_count, secret FROM schema", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt32(0), new(reader.GetInt32(1), reader.GetFieldValue<byte[]>(2)))
            : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
