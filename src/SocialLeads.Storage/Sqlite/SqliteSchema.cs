using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace SocialLeads.Storage.Sqlite;

/// <summary>Brings a database to the schema that this program knows, in one transaction, and reads what it was made with.</summary>
internal static class SqliteSchema
{
    /// <summary>The newest schema version; a migration leads from each version to the next.</summary>
    public static int Version => _migrations.Length;

    /// <summary>The migrations' SQL, the first from an empty database.</summary>
    public static IReadOnlyList<string> Migrations => _migrations;

    // A released migration is never changed; a change of the schema is a further one.
    private static readonly string[] _migrations =
    [
        """
        CREATE TABLE partitions (
            id INTEGER PRIMARY KEY,
            tenant BLOB NOT NULL,
            number INTEGER NOT NULL,
            checkpoint_position INTEGER NOT NULL,
            UNIQUE (tenant, number)
        );
        CREATE TABLE log (
            partition_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            crc INTEGER NOT NULL,
            payload BLOB NOT NULL,
            PRIMARY KEY (partition_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE members (
            partition_id INTEGER NOT NULL,
            member BLOB NOT NULL,
            crc INTEGER NOT NULL,
            state BLOB NOT NULL,
            PRIMARY KEY (partition_id, member)
        ) WITHOUT ROWID;
        CREATE TABLE symbols (
            partition_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (partition_id, id)
        ) WITHOUT ROWID;
        CREATE TABLE seen_ids (
            partition_id INTEGER NOT NULL,
            day INTEGER NOT NULL,
            block INTEGER NOT NULL,
            crc INTEGER NOT NULL,
            fingerprints BLOB NOT NULL,
            PRIMARY KEY (partition_id, day, block)
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE models (
            tenant BLOB NOT NULL,
            model BLOB NOT NULL,
            version INTEGER NOT NULL,
            state INTEGER NOT NULL,
            author BLOB NOT NULL,
            reason BLOB NOT NULL,
            created_ms INTEGER NOT NULL,
            changed_ms INTEGER NOT NULL,
            validated_ms INTEGER,
            tried_ms INTEGER,
            ready_ms INTEGER,
            crc INTEGER NOT NULL,
            document BLOB NOT NULL,
            PRIMARY KEY (tenant, model, version)
        );
        CREATE TABLE model_revisions (
            tenant BLOB PRIMARY KEY,
            revision INTEGER NOT NULL
        );
        """,
        """
        ALTER TABLE partitions ADD COLUMN filter_counts BLOB;
        ALTER TABLE partitions ADD COLUMN filter_counts_crc INTEGER;
        """,
    ];

    /// <summary>What the store was made with; a new one has the given number of partitions per tenant.</summary>
    /// <exception cref="StoreVersionException">The schema is newer than this program.</exception>
    public static StoreOrigin Prepare(SqliteConnection connection, int partitionCount, ILogger logger)
    {
        connection.Execute("BEGIN EXCLUSIVE");
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema (version INTEGER NOT NULL, partition_count INTEGER NOT NULL, secret BLOB NOT NULL)");
        var found = (int)(connection.Scalar("SELECT version FROM schema") ?? 0);
        if (found > Version)
            throw new StoreVersionException(found, Version);

        for (var version = found; version < Version; version++)
            connection.Execute(_migrations[version]);

        var origin = found == 0 ? StoreOrigin.New(partitionCount) : Read(connection);
        connection.Execute(found == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"INSERT INTO schema VALUES ({Version}, {partitionCount}, x'{Convert.ToHexString(origin.Secret)}')")
            : string.Create(CultureInfo.InvariantCulture, $"UPDATE schema SET version = {Version}"));
        connection.Execute("COMMIT");

        if (found != Version)
            logger.StoreMigrated(found, Version);

        return origin;
    }

    private static StoreOrigin Read(SqliteConnection connection)
    {
        using var statement = new SqliteStatement(connection, "SELECT partition_count, secret FROM schema", 0);
        using var reader = statement.Read();
        reader.Read();
        return new(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1));
    }
}
