using Npgsql;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.TestSupport;

namespace SocialLeads.Server.Tests.Clusters;

/// <summary>A PostgreSQL server of its own, and nodes on it, a database for each cluster.</summary>
public sealed class ClusterDatabase : IAsyncLifetime
{
    private readonly HashSet<string> _made = [];
    private PostgresServer? _postgres;

    public async ValueTask InitializeAsync()
    {
        var programs = PostgresServer.FindPrograms();
        if (programs is null && Environment.GetEnvironmentVariable("CI") != "true") Assert.Skip("There are no PostgreSQL server programs here.");
        _postgres = await PostgresServer.StartAsync(programs ?? throw new InvalidOperationException("There are no PostgreSQL server programs here."));
    }

    public async Task<TestServer> StartNodeAsync(string cluster, params KeyValuePair<string, string?>[] settings)
    {
        if (_made.Add(cluster)) await MakeAsync(cluster);
        var database = new NpgsqlConnectionStringBuilder(_postgres!.ConnectionString) { Database = cluster };
        return await TestServer.StartAsync(null, null, [new("Postgres", database.ConnectionString), new("Cluster", cluster), .. settings]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private async Task MakeAsync(string database)
    {
        await using var connection = new NpgsqlConnection(_postgres!.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var make = new NpgsqlCommand($"CREATE DATABASE {database}", connection);
        await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
