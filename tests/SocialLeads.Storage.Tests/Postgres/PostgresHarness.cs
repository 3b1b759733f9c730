using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Postgres;
using SocialLeads.Storage.Tests.Conformance;

namespace SocialLeads.Storage.Tests.Postgres;

/// <summary>A PostgreSQL store in a schema of its own, which is dropped at the end.</summary>
public sealed class PostgresHarness : IStoreHarness
{
    private const string PartitionRow = "(SELECT id FROM partitions WHERE tenant = $2 AND number = $3)";

    private readonly NpgsqlDataSource _dataSource;
    private readonly string _schema;
    private readonly List<IStore> _crashed = [];
    private StoreSetup _setup = new();
    private int _generation;

    private PostgresHarness(string cluster, string schema)
    {
        _schema = schema;
        ConnectionString = new NpgsqlConnectionStringBuilder(cluster) { SearchPath = schema }.ToString();
        _dataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    public string ConnectionString { get; }

    private string ApplicationName => $"{_schema}-{_generation}";

    public static async Task<IStoreHarness> StartAsync(PostgresCluster cluster)
    {
        var harness = new PostgresHarness(await cluster.ConnectionStringAsync(), $"store_{Guid.NewGuid():n}");
        await harness.ExecuteAsync($"CREATE SCHEMA {harness._schema}");
        return harness;
    }

    public async Task<IStore> OpenAsync(StoreSetup setup)
    {
        _setup = setup;
        var options = new PostgresStoreOptions
        {
            ConnectionString = $"{ConnectionString};Application Name={ApplicationName}",
            PartitionCount = setup.PartitionCount,
            QueueLength = setup.QueueLength,
            BeforeCommit = setup.BeforeCommit,
        };
        return await PostgresStore.OpenAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken);
    }

    /// <summary>A killed process loses its connections; so does the store that runs on here.</summary>
    public async Task<IStore> CrashAndOpenAsync(IStore running)
    {
        _crashed.Add(running);
        await DropConnectionsAsync();
        _generation++;
        return await OpenAsync(_setup);
    }

    /// <summary>The server ends every connection of the stores opened last.</summary>
    public Task DropConnectionsAsync() => ExecuteAsync(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = $1", ApplicationName);

    public async Task<bool> SomeoneWaitsForALockAsync()
    {
        await using var command = _dataSource.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = ApplicationName });
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    public Exception DiskFull() => new PostgresException("no space left on device", "ERROR", "ERROR", PostgresErrorCodes.DiskFull);

    public Task DamageEntryAsync(PartitionId partition, long position) =>
        DamageAsync($"UPDATE log SET payload = '\\x00' WHERE position = $1 AND partition_id = {PartitionRow}", partition, position);

    public Task DamageMemberAsync(PartitionId partition, string member) =>
        DamageAsync(
            $"UPDATE members SET state = '\\x00' WHERE member = $1 AND partition_id = {PartitionRow}",
            partition,
            Encoding.UTF8.GetBytes(member));

    public Task DamageSeenIdsAsync(PartitionId partition, int day) =>
        DamageAsync($"UPDATE seen_ids SET fingerprints = '\\x00' WHERE day = $1 AND partition_id = {PartitionRow}", partition, day);

    public Task DamageFilterCountsAsync(PartitionId partition) =>
        DamageAsync($"UPDATE partitions SET filter_counts = '\\x00' WHERE $1 = 0 AND id = {PartitionRow}", partition, 0);

    public async Task DamageModelAsync(ModelVersionId id) => Assert.Equal(1, await ExecuteAsync(
        "UPDATE models SET document = '\\x00' WHERE model = $1 AND version = $2", Encoding.UTF8.GetBytes(id.Model), id.Version));

    public Task SetSchemaVersionAsync(int version) => ExecuteAsync("UPDATE schema SET version = $1", version);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _crashed)
            await store.DisposeAsync();

        await ExecuteAsync($"DROP SCHEMA {_schema} CASCADE");
        await _dataSource.DisposeAsync();
    }

    private async Task DamageAsync(string sql, PartitionId partition, object key) =>
        Assert.Equal(1, await ExecuteAsync(sql, key, Encoding.UTF8.GetBytes(partition.Tenant), partition.Index));

    private async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var command = _dataSource.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        return await command.ExecuteNonQueryAsync();
    }
}
