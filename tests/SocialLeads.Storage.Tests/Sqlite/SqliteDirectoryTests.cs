using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Storage.Tests.Sqlite;

public sealed class SqliteDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("socialleads-storage-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_directory_in_use_is_refused_by_name_until_it_is_free()
    {
        var first = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreLockedException>(() => OpenAsync());
        Assert.Equal(_root.FullName, refused.Location);
        Assert.Contains(_root.FullName, refused.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        await (await OpenAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_store_that_could_not_be_opened_leaves_the_directory_free()
    {
        var file = Path.Combine(_root.FullName, "socialleads.db");
        await File.WriteAllTextAsync(file, new string('x', 5_000), Cancel);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => OpenAsync());
        Assert.Contains("not a SQLite database", refused.Message, StringComparison.Ordinal);

        File.Delete(file);
        await (await OpenAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(_root.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancel);
        var directory = Path.Combine(file, "data");

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => OpenAsync(directory));

        Assert.Contains(directory, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_leaves_one_file_that_holds_everything()
    {
        await using (var store = await OpenAsync())
        {
            var partition = store.Partition(new("acme", 0));
            await partition.LoadAsync(0, Cancel);
            await partition.AppendAsync(new(1, new byte[10]), Cancel);
            Assert.Single(await partition.ReadLogAsync(0, Cancel).ToListAsync(Cancel));
        }

        Assert.Equal(["socialleads.db", "socialleads.lock"], _root.GetFiles().Select(f => f.Name).Order());
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk()
    {
        List<object?> modes = [];
        await using var store = await OpenAsync(opened: connection =>
        {
            modes.Add(Pragma(connection, "journal_mode"));
            modes.Add(Pragma(connection, "synchronous"));
        });
        await store.Partition(new("acme", 0)).LoadAsync(0, Cancel);

        const long full = 2;
        Assert.Equal(["wal", full], modes);
    }

    [Fact]
    public async Task A_database_that_cannot_grow_refuses_writes_and_can_be_read()
    {
        await using var store = await OpenAsync(opened: c => Pragma(c, "max_page_count = 60"));
        var partition = store.Partition(new("acme", 0));
        await partition.LoadAsync(0, Cancel);
        await partition.AppendAsync(new(1, new byte[1_000]), Cancel);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => partition.AppendAsync(new(2, new byte[1_000_000]), Cancel));

        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
        Assert.Single(await partition.ReadLogAsync(0, Cancel).ToListAsync(Cancel));
        await partition.AppendAsync(new(2, new byte[1_000]), Cancel);
    }

    private Task<SqliteStore> OpenAsync(string? directory = null, Action<SqliteConnection>? opened = null) =>
        SqliteStore.OpenAsync(
            new() { DataDirectory = directory ?? _root.FullName, WriterOpened = opened }, NullLogger.Instance, Cancel);

    private static object? Pragma(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return command.ExecuteScalar();
    }
}
