namespace SocialLeads.Storage.Tests.Conformance;

public abstract class CommitConformance : StoreConformance
{
    private const int Partitions = 8;

    [Fact]
    public async Task Appends_of_many_partitions_that_wait_share_one_commit()
    {
        var partitions = await LoadAllAsync();
        var before = Store.Statistics;

        var (first, waiting) = await HoldAsync(() => partitions[0].AppendAsync(Entry(1), Cancel), () =>
            [.. partitions.Skip(1).Select(p => p.AppendAsync(Entry(1, "four"), Cancel))]);
        Gate.Open();
        await Task.WhenAll([first, .. waiting]);

        var after = Store.Statistics;
        Assert.Equal(2, after.Commits - before.Commits);
        Assert.Equal(Partitions, after.Appends - before.Appends);
        Assert.Equal(5 + (4 * (Partitions - 1)), after.AppendedBytes - before.AppendedBytes);
    }

    [Fact]
    public async Task A_refused_write_does_not_fail_those_that_share_its_commit()
    {
        var partitions = await LoadAllAsync();
        var before = Store.Statistics;

        var (first, waiting) = await HoldAsync(() => partitions[0].AppendAsync(Entry(1), Cancel), () =>
        [
            partitions[1].AppendAsync(Entry(1), Cancel),
            partitions[2].AppendAsync(Entry(7), Cancel),
            partitions[3].AppendAsync(Entry(1), Cancel),
        ]);
        Gate.Open();

        await Assert.ThrowsAsync<LogPositionException>(() => waiting[1]);
        await Task.WhenAll(first, waiting[0], waiting[2]);
        Assert.Equal(2, Store.Statistics.Commits - before.Commits);
        Assert.Equal(1, Store.Statistics.FailedWrites - before.FailedWrites);
    }

    [Fact]
    public async Task A_write_that_breaks_its_transaction_does_not_fail_those_that_share_it()
    {
        var partitions = await LoadAllAsync();
        await partitions[2].SaveCheckpointAsync(new(0, [], [new(1, "tag")], [], 0), Cancel);

        var (first, waiting) = await HoldAsync(() => partitions[0].AppendAsync(Entry(1), Cancel), () =>
        [
            partitions[1].AppendAsync(Entry(1), Cancel),
            partitions[2].SaveCheckpointAsync(new(0, [], [new(1, "another tag")], [], 0), Cancel),
            partitions[1].AppendAsync(Entry(2), Cancel),
        ]);
        Gate.Open();

        await Assert.ThrowsAsync<ArgumentException>(() => waiting[1]);
        await Task.WhenAll(first, waiting[0], waiting[2]);
        Assert.Equal(["1:entry", "2:entry"], await LogAsync(partitions[1]));
    }

    [Fact]
    public async Task When_a_shared_commit_fails_each_write_is_tried_by_itself()
    {
        var partitions = await LoadAllAsync();
        var before = Store.Statistics;

        var (first, waiting) = await HoldAsync(() => partitions[0].AppendAsync(Entry(1), Cancel), () =>
            [.. partitions.Skip(1).Take(3).Select(p => p.AppendAsync(Entry(1), Cancel))]);
        FailCommits(2); // the first one, which is alone, and tried again alone
        FailCommits(1); // the three together
        Gate.Open();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => first);
        await Task.WhenAll(waiting);
        Assert.Equal(3, Store.Statistics.Commits - before.Commits);
    }

    [Fact]
    public async Task A_full_disk_fails_the_write_and_the_store_goes_on_when_there_is_room_again()
    {
        var partition = await LoadWithEntriesAsync(First, 1);
        FailCommits(2);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => partition.AppendAsync(Entry(2, "lost"), Cancel));

        Assert.Contains("full", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
        Assert.Equal(["1:entry"], await LogAsync(partition));
        await partition.AppendAsync(Entry(2, "kept"), Cancel);
        Assert.Equal(["1:entry", "2:kept"], await LogAsync(partition));
    }

    [Fact]
    public async Task A_commit_that_fails_once_is_made_again()
    {
        var partition = await LoadAsync(First);
        FailCommits(1);

        await partition.AppendAsync(Entry(1), Cancel);

        Assert.Equal(["1:entry"], await LogAsync(partition));
    }

    [Fact]
    public async Task A_write_cancelled_before_its_turn_never_takes_effect()
    {
        var partitions = await LoadAllAsync();
        using var cancel = new CancellationTokenSource();

        var (first, waiting) = await HoldAsync(() => partitions[0].AppendAsync(Entry(1), Cancel), () =>
            [partitions[1].AppendAsync(Entry(1, "cancelled"), cancel.Token)]);
        await cancel.CancelAsync();
        Gate.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[0]);
        await first;
        await partitions[1].AppendAsync(Entry(1, "instead"), Cancel);
        Assert.Equal(["1:instead"], await LogAsync(partitions[1]));
    }

    [Fact]
    public async Task Closing_makes_the_writes_that_were_asked_for_first()
    {
        var partition = await LoadAsync(First);
        var (first, waiting) = await HoldAsync(() => partition.AppendAsync(Entry(1), Cancel), () =>
            [.. Enumerable.Range(2, 20).Select(i => partition.AppendAsync(Entry(i), Cancel))]);

        var closing = Store.DisposeAsync().AsTask();
        Assert.False(closing.IsCompleted);
        Gate.Open();
        await closing;

        await Task.WhenAll([first, .. waiting]);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => partition.AppendAsync(Entry(22), Cancel));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => LogAsync(partition));
        await ReopenAsync();
        Assert.Equal(21, (await LogAsync(Store.Partition(First))).Count);
    }

    [Fact]
    public async Task A_crash_before_the_commit_leaves_what_was_acknowledged_and_no_more()
    {
        var partition = await LoadWithEntriesAsync(First, 2);
        var (first, waiting) = await HoldAsync(() => partition.AppendAsync(Entry(3, "in the air"), Cancel), () =>
            [partition.AppendAsync(Entry(4, "behind it"), Cancel)]);

        await CrashAsync();

        Assert.False(first.IsCompletedSuccessfully);
        Assert.False(waiting[0].IsCompletedSuccessfully);
        Gate.Open();
        partition = await LoadAsync(First);
        Assert.Equal(["1:entry", "2:entry"], await LogAsync(partition));
        await partition.AppendAsync(Entry(3, "after"), Cancel);
    }

    private async Task<List<IPartitionStore>> LoadAllAsync()
    {
        var partitions = new List<IPartitionStore>();
        for (var i = 0; i < Partitions; i++)
            partitions.Add(await LoadAsync(new("acme", i)));

        return partitions;
    }

    /// <summary>Lets the writer stop just before a first write's commit, and further writes queue up behind it.</summary>
    private async Task<(Task First, Task[] Waiting)> HoldAsync(Func<Task> first, Func<Task[]> queue)
    {
        Gate.Close();
        var held = first();
        await Gate.Held;
        return (held, queue());
    }
}
