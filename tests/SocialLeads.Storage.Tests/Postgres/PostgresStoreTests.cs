using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocialLeads.Storage.Postgres;
using SocialLeads.Storage.Tests.Conformance;

namespace SocialLeads.Storage.Tests.Postgres;

public sealed class PostgresStoreTests(PostgresCluster cluster)
{
    private static readonly PartitionId _partition = new("acme", 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_start_at_once_make_one_store()
    {
        await using var harness = await PostgresHarness.StartAsync(cluster);

        var stores = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(i => harness.OpenAsync(new StoreSetup(PartitionCount: i))));

        Assert.Single(stores.Select(s => s.PartitionCount).Distinct());
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_partition_can_be_taken_over_from_another_process()
    {
        await using var harness = await PostgresHarness.StartAsync(cluster);
        await using var former = await harness.OpenAsync(new StoreSetup());
        await using var latter = await harness.OpenAsync(new StoreSetup());
        var (replaced, writer) = (former.Partition(_partition), latter.Partition(_partition));
        await replaced.LoadAsync(0, Cancel);
        await replaced.AppendAsync(new(1, new byte[1]), Cancel);

        Assert.Equal(1, (await writer.LoadAsync(0, Cancel)).LastPosition);

        await Assert.ThrowsAsync<StaleWriterException>(() => replaced.AppendAsync(new(2, new byte[1]), Cancel));
        await Assert.ThrowsAsync<StaleWriterException>(
            () => replaced.SaveCheckpointAsync(new(1, [], [], [], 0), Cancel));
        await writer.AppendAsync(new(2, new byte[1]), Cancel);
        await writer.SaveCheckpointAsync(new(2, [], [], [], 0), Cancel);
    }

    [Fact]
    public async Task A_takeover_waits_for_the_commit_that_another_process_has_begun()
    {
        await using var harness = (PostgresHarness)await PostgresHarness.StartAsync(cluster);
        using var gate = new CommitGate();
        await using var former = await harness.OpenAsync(new StoreSetup(BeforeCommit: gate.BeforeCommit));
        await using var latter = await harness.OpenAsync(new StoreSetup());
        var replaced = former.Partition(_partition);
        await replaced.LoadAsync(0, Cancel);
        await replaced.AppendAsync(new(1, new byte[1]), Cancel);
        gate.Close();
        var append = replaced.AppendAsync(new(2, new byte[1]), Cancel);
        await gate.Held;

        var load = latter.Partition(_partition).LoadAsync(0, Cancel);
        while (!load.IsCompleted && !await harness.SomeoneWaitsForALockAsync())
            Cancel.ThrowIfCancellationRequested();

        gate.Open();
        await append;
        Assert.Equal(2, (await load).LastPosition);
    }

    [Fact]
    public async Task Two_processes_that_write_to_partitions_of_their_own_do_not_disturb_each_other()
    {
        await using var harness = await PostgresHarness.StartAsync(cluster);
        await using var one = await harness.OpenAsync(new StoreSetup());
        await using var other = await harness.OpenAsync(new StoreSetup());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var partition = (i % 2 == 0 ? one : other).Partition(new("acme", i));
            await partition.LoadAsync(0, Cancel);
            for (var position = 1; position <= 20; position++)
                await partition.AppendAsync(new(position, new byte[10]), Cancel);
        }));

        Assert.Equal(160, one.Statistics.Appends + other.Statistics.Appends);
    }

    [Fact]
    public async Task A_connection_that_was_lost_meanwhile_fails_no_write()
    {
        await using var harness = (PostgresHarness)await PostgresHarness.StartAsync(cluster);
        await using var store = await harness.OpenAsync(new StoreSetup());
        var partition = store.Partition(_partition);
        await partition.LoadAsync(0, Cancel);
        await harness.DropConnectionsAsync();

        await partition.AppendAsync(new(1, new byte[1]), Cancel);

        await using var other = await harness.OpenAsync(new StoreSetup());
        Assert.Equal(1, (await other.Partition(_partition).LoadAsync(0, Cancel)).LastPosition);
    }

    [Fact]
    public async Task A_connection_lost_at_the_commit_leaves_the_write_in_doubt_and_is_not_tried_again()
    {
        await using var harness = (PostgresHarness)await PostgresHarness.StartAsync(cluster);
        using var gate = new CommitGate();
        await using var store = await harness.OpenAsync(new StoreSetup(BeforeCommit: gate.BeforeCommit));
        var partition = store.Partition(_partition);
        await partition.LoadAsync(0, Cancel);
        gate.Close();
        var append = partition.AppendAsync(new(1, new byte[1]), Cancel);
        await gate.Held;
        await harness.DropConnectionsAsync();
        gate.Open();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => append);

        // It is for the caller to find out, by loading again.
        Assert.Equal(0, (await store.Partition(_partition).LoadAsync(0, Cancel)).LastPosition);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_without_the_password()
    {
        var nobody = new NpgsqlConnectionStringBuilder(await cluster.ConnectionStringAsync())
        {
            Port = 1,
            Password = "s3cret",
        };

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => PostgresStore.OpenAsync(new() { ConnectionString = nobody.ToString() }, NullLogger.Instance, Cancel));

        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_out_of_its_range_is_named()
    {
        var options = new PostgresStoreOptions
        {
            ConnectionString = "",
            PartitionCount = 0,
            MaxConnections = 1,
            QueueLength = 0,
            MaxBatchWrites = 0,
            MaxBatchBytes = 0,
        };

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => PostgresStore.OpenAsync(options, NullLogger.Instance, Cancel));

        Assert.Equal(
            "ConnectionString must name a database. PartitionCount must be from 1 to 1024, not 0. "
            + "MaxConnections must be from 2 to 1000, not 1. QueueLength must be from 1 to 1000000, not 0. "
            + "MaxBatchWrites must be from 1 to 1000000, not 0. MaxBatchBytes must be from 1 to 1073741824, not 0. "
            + "(Parameter 'options')",
            refused.Message);
    }
}
