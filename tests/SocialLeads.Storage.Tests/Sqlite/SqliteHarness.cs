using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Storage.Models;
using SocialLeads.Storage.Sqlite;
using SocialLeads.Storage.Tests.Conformance;

namespace SocialLeads.Storage.Tests.Sqlite;

/// <summary>SQLite stores in directories that are deleted at the end.</summary>
public sealed class SqliteHarness : IStoreHarness
{
    private const string PartitionRow = "(SELECT id FROM partitions WHERE tenant = $tenant AND number = $number)";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("socialleads-storage-");
    private readonly List<IStore> _crashed = [];
    private StoreSetup _setup = new();
    private int _generation;

    public string DataDirectory => Path.Combine(_root.FullName, $"data{_generation}");

    public async Task<IStore> OpenAsync(StoreSetup setup)
    {
        _setup = setup;
        var options = new SqliteStoreOptions
        {
            DataDirectory = DataDirectory,
            PartitionCount = setup.PartitionCount,
            QueueLength = setup.QueueLength,
            BeforeCommit = setup.BeforeCommit,
        };
        return await SqliteStore.OpenAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken);
    }

    /// <summary>The files as they are now are what a killed process leaves; the store that runs on goes on beside its copy.</summary>
    public Task<IStore> CrashAndOpenAsync(IStore running)
    {
        _crashed.Add(running);
        var source = new DirectoryInfo(DataDirectory);
        _generation++;
        Directory.CreateDirectory(DataDirectory);
        foreach (var file in source.GetFiles("socialleads.db*"))
            file.CopyTo(Path.Combine(DataDirectory, file.Name));

        return OpenAsync(_setup);
    }

    public Exception DiskFull() => new SqliteException("database or disk is full", 13);

    public Task DamageEntryAsync(PartitionId partition, long position) =>
        ExecuteAsync($"UPDATE log SET payload = x'00' WHERE partition_id = {PartitionRow} AND position = $key", partition, position);

    public Task DamageMemberAsync(PartitionId partition, string member) =>
        ExecuteAsync(
            $"UPDATE members SET state = x'00' WHERE partition_id = {PartitionRow} AND member = CAST($key AS BLOB)", partition, member);

    public Task DamageSeenIdsAsync(PartitionId partition, int day) =>
        ExecuteAsync($"UPDATE seen_ids SET fingerprints = x'00' WHERE partition_id = {PartitionRow} AND day = $key", partition, day);

    public Task DamageFilterCountsAsync(PartitionId partition) =>
        ExecuteAsync($"UPDATE partitions SET filter_counts = x'00' WHERE id = {PartitionRow} AND $key = 0", partition, 0);

    public Task DamageModelAsync(ModelVersionId id) => ExecuteAsync(
        "UPDATE models SET document = x'00' WHERE version = $key AND model = CAST('" + id.Model + "' AS BLOB)", default, id.Version);

    public Task SetSchemaVersionAsync(int version) => ExecuteAsync("UPDATE schema SET version = $key", default, version);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _crashed)
            await store.DisposeAsync();

        _root.Delete(recursive: true);
    }

    private async Task ExecuteAsync(string sql, PartitionId partition, object key)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(DataDirectory, "socialleads.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$key", key);
        if (partition.Tenant is { } tenant)
        {
            command.Parameters.AddWithValue("$tenant", System.Text.Encoding.UTF8.GetBytes(tenant));
            command.Parameters.AddWithValue("$number", partition.Index);
        }

        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
