namespace SocialLeads.Storage.Tests.Conformance;

public abstract class LogConformance : StoreConformance
{
    [Fact]
    public async Task What_was_appended_is_read_back_after_reopening()
    {
        var partition = await LoadAsync(First);
        var large = new byte[1_000_000];
        Random.Shared.NextBytes(large);
        await partition.AppendAsync(Entry(1, "one"), Cancel);
        await partition.AppendAsync(new LogEntry(2, ReadOnlyMemory<byte>.Empty), Cancel);
        await partition.AppendAsync(new LogEntry(3, large.AsMemory(10, 999_000)), Cancel);

        await ReopenAsync();

        var read = await Store.Partition(First).ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        Assert.Equal([1, 2, 3], read.Select(r => r.Position));
        Assert.DoesNotContain(read, r => r.Damaged);
        Assert.Equal("one", Text(read[0].Payload));
        Assert.True(read[1].Payload.IsEmpty);
        Assert.True(read[2].Payload.Span.SequenceEqual(large.AsSpan(10, 999_000)));
    }

    [Theory]
    [InlineData(0, new[] { "1:entry", "2:entry", "3:entry" })]
    [InlineData(2, new[] { "3:entry" })]
    [InlineData(3, new string[0])]
    [InlineData(long.MaxValue, new string[0])]
    public async Task Reading_begins_behind_the_given_position(long after, string[] expected)
    {
        var partition = await LoadWithEntriesAsync(First, 3);
        await LoadWithEntriesAsync(Second, 4);

        Assert.Equal(expected, await LogAsync(partition, after));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task An_entry_that_does_not_continue_the_log_is_refused(long position)
    {
        var partition = await LoadWithEntriesAsync(First, 2);

        var refused = await Assert.ThrowsAsync<LogPositionException>(() => partition.AppendAsync(Entry(position, "no"), Cancel));

        Assert.Equal((First, position, 3), (refused.Partition, refused.Given, refused.Expected));
        Assert.Equal(["1:entry", "2:entry"], await LogAsync(partition));
        await partition.AppendAsync(Entry(3, "yes"), Cancel);
    }

    [Fact]
    public async Task Appends_that_do_not_await_one_another_keep_their_order()
    {
        var partition = await LoadAsync(First);

        await Task.WhenAll(Enumerable.Range(1, 500).Select(i => partition.AppendAsync(Entry(i, $"e{i}"), Cancel)));

        Assert.Equal(Enumerable.Range(1, 500).Select(i => $"{i}:e{i}"), await LogAsync(partition));
    }

    [Fact]
    public async Task A_log_longer_than_a_page_is_read_whole()
    {
        var partition = await LoadAsync(First);
        var payload = new byte[3_000];
        await Task.WhenAll(Enumerable.Range(1, 3_000).Select(i => partition.AppendAsync(new LogEntry(i, payload), Cancel)));

        var positions = await partition.ReadLogAsync(5, Cancel).Select(r => r.Position).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(6, 2_995).Select(i => (long)i), positions);
    }

    [Fact]
    public async Task A_damaged_entry_is_handed_out_as_such_and_the_rest_is_readable()
    {
        var partition = await LoadWithEntriesAsync(First, 3);
        await Harness.DamageEntryAsync(First, 2);

        var read = await partition.ReadLogAsync(0, Cancel).ToListAsync(Cancel);

        Assert.Equal([(1, false), (2, true), (3, false)], read.Select(r => (r.Position, r.Damaged)));
    }

    [Fact]
    public async Task Trimming_deletes_what_the_checkpoint_includes()
    {
        var partition = await LoadWithEntriesAsync(First, 4);
        await LoadWithEntriesAsync(Second, 1);
        await partition.SaveCheckpointAsync(Checkpoint(3), Cancel);

        await partition.TrimLogAsync(2, Cancel);
        await partition.TrimLogAsync(2, Cancel);

        Assert.Equal(["3:entry", "4:entry"], await LogAsync(partition));
        Assert.Equal(["1:entry"], await LogAsync(Store.Partition(Second)));
    }

    [Fact]
    public async Task Trimming_what_is_still_needed_is_refused()
    {
        var partition = await LoadWithEntriesAsync(First, 4);
        await partition.SaveCheckpointAsync(Checkpoint(2), Cancel);

        await Assert.ThrowsAsync<ArgumentException>(() => partition.TrimLogAsync(3, Cancel));

        Assert.Equal(4, (await LogAsync(partition)).Count);
    }

    [Fact]
    public async Task A_log_that_was_trimmed_whole_goes_on_where_it_ended()
    {
        var partition = await LoadWithEntriesAsync(First, 2);
        await partition.SaveCheckpointAsync(Checkpoint(2), Cancel);
        await partition.TrimLogAsync(2, Cancel);

        await ReopenAsync();

        partition = Store.Partition(First);
        Assert.Equal(2, (await partition.LoadAsync(0, Cancel)).LastPosition);
        await Assert.ThrowsAsync<LogPositionException>(() => partition.AppendAsync(Entry(1), Cancel));
        await partition.AppendAsync(Entry(3), Cancel);
    }
}
