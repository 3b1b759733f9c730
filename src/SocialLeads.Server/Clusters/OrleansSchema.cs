using Npgsql;

namespace SocialLeads.Server.Clusters;

/// <summary>
/// What Orleans' ADO.NET providers need in a PostgreSQL database. They know one table, <c>OrleansQuery</c>, and run the queries that
/// they find there by their keys; the tables that these use are the database's own affair. Where a database has these queries
/// already, from the scripts in Orleans' repository for example, they are left as they are.
/// </summary>
internal static class OrleansSchema
{
    /// <summary>The advisory lock under which the tables are made: "SocialCl" in ASCII.</summary>
    private const long PreparationLock = 0x536F6369616C436C;

    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey text PRIMARY KEY, QueryText text NOT NULL);
        CREATE TABLE IF NOT EXISTS orleans_clusters (cluster text PRIMARY KEY, version integer NOT NULL);
        CREATE TABLE IF NOT EXISTS orleans_silos (
            cluster text NOT NULL,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            silo_name text NOT NULL,
            host_name text NOT NULL,
            status integer NOT NULL,
            gateway_port integer NOT NULL,
            suspicions text,
            started_at timestamptz NOT NULL,
            alive_at timestamptz NOT NULL,
            PRIMARY KEY (cluster, address, port, generation)
        );
        CREATE TABLE IF NOT EXISTS orleans_states (
            service text NOT NULL,
            grain_type text NOT NULL,
            key0 bigint NOT NULL,
            key1 bigint NOT NULL,
            key_text text NOT NULL,
            version integer NOT NULL,
            state bytea,
            PRIMARY KEY (service, grain_type, key0, key1, key_text)
        );
        CREATE TABLE IF NOT EXISTS orleans_reminders (
            service text NOT NULL,
            grain text NOT NULL,
            name text NOT NULL,
            grain_hash integer NOT NULL,
            started_at timestamptz NOT NULL,
            period_ms bigint NOT NULL,
            version integer NOT NULL,
            PRIMARY KEY (service, grain, name)
        );
        """;

    /// <summary>Makes the tables and queries that are missing.</summary>
    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var make = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({PreparationLock}); {Tables}", connection))
            await make.ExecuteNonQueryAsync(cancellationToken);

        var queries = MembershipQueries.All.Concat(StateQueries.All).Concat(ReminderQueries.All).ToList();
        await using (var add = new NpgsqlCommand(
            "INSERT INTO OrleansQuery (QueryKey, QueryText) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING", connection))
        {
            add.Parameters.Add(new() { Value = queries.Select(query => query.Key).ToArray() });
            add.Parameters.Add(new() { Value = queries.Select(query => query.Text).ToArray() });
            await add.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
