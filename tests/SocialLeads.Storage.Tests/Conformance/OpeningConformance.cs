namespace SocialLeads.Storage.Tests.Conformance;

public abstract class OpeningConformance : StoreConformance
{
    [Fact]
    public async Task A_store_keeps_the_number_of_partitions_it_was_made_with()
    {
        await Store.DisposeAsync();

        await using var reopened = await Harness.OpenAsync(new StoreSetup(PartitionCount: 16));

        Assert.Equal(8, reopened.PartitionCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => reopened.Partition(new("acme", 8)));
    }

    [Fact]
    public async Task A_store_keeps_the_secret_it_was_made_with()
    {
        var secret = Store.Secret.ToArray();
        await Store.DisposeAsync();

        await using var reopened = await Harness.OpenAsync(new StoreSetup());

        Assert.Equal(16, secret.Length);
        Assert.Equal(secret, reopened.Secret.ToArray());
        Assert.NotEqual(new byte[16], secret);
    }

    [Fact]
    public async Task A_store_that_a_newer_program_wrote_is_refused_and_left_alone()
    {
        await LoadWithEntriesAsync(First, 1);
        await Store.DisposeAsync();
        await Harness.SetSchemaVersionAsync(99);

        var refused = await Assert.ThrowsAsync<StoreVersionException>(() => Harness.OpenAsync(new StoreSetup()));

        Assert.Equal((99, 3), (refused.Found, refused.Known));
        Assert.Contains("99", refused.Message, StringComparison.Ordinal);
        Assert.Contains("3", refused.Message, StringComparison.Ordinal);
        await Harness.SetSchemaVersionAsync(3);
        await ReopenAsync();
        Assert.Equal(["1:entry"], await LogAsync(Store.Partition(First)));
    }

    [Fact]
    public async Task Closing_twice_is_closing_once()
    {
        await Store.DisposeAsync();
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.ListTenantsAsync(Cancel));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.Partition(First).LoadAsync(0, Cancel));
    }

    [Fact]
    public async Task A_queue_of_one_still_takes_every_write()
    {
        await Store.DisposeAsync();
        await using var store = await Harness.OpenAsync(new StoreSetup(QueueLength: 1));
        var partition = store.Partition(First);
        await partition.LoadAsync(0, Cancel);

        await Task.WhenAll(Enumerable.Range(1, 100).Select(i => partition.AppendAsync(Entry(i), Cancel)));

        Assert.Equal(100, (await LogAsync(partition)).Count);
    }
}
