using SocialLeads.Cli.Import.Sending;

namespace SocialLeads.Cli.Tests.Sending;

public sealed class SendWindowTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_than_its_size_are_on_the_way()
    {
        using var window = new SendWindow(2);
        for (var sequence = 1; sequence <= 2; sequence++)
        {
            Assert.True(window.WaitForRoomAsync(Cancellation).IsCompletedSuccessfully);
            window.Add(new Batch(sequence, []));
        }

        var third = window.WaitForRoomAsync(Cancellation);
        Assert.False(third.IsCompleted);
        Assert.NotNull(window.Acknowledge(1));
        await third;
    }

    [Fact]
    public void Acknowledgements_come_in_the_order_of_sending()
    {
        using var window = new SendWindow(2);
        window.Add(new Batch(1, []));
        window.Add(new Batch(2, []));
        Assert.Null(window.Acknowledge(2));
        Assert.Equal(1, window.Acknowledge(1)?.Sequence);
        Assert.Equal([2L], window.Waiting().Select(batch => batch.Sequence));
    }
}
