using Npgsql;
using SocialLeads.TestSupport;

namespace SocialLeads.Bench.Processes;

/// <summary>A PostgreSQL server of the benchmark's own that commits durably, as the product does, and has room to work in.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Settings = "-c shared_buffers=512MB -c max_wal_size=4GB";

    private readonly PostgresServer _server;

    private PostgresCluster(PostgresServer server) => _server = server;

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? WhyNot => PostgresServer.FindPrograms() is null ? "no PostgreSQL server programs" : null;

    public static async Task<PostgresCluster> StartAsync() =>
        new(await PostgresServer.StartAsync(PostgresServer.FindPrograms() ?? throw new InvalidOperationException(WhyNot), Settings));

    /// <summary>Makes a database and returns its connection string.</summary>
    public async Task<string> NewDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(_server.ConnectionString);
        await using var create = server.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = name }.ToString();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
