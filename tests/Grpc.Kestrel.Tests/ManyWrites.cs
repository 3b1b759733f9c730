namespace Grpc.Kestrel.Tests;

/// <summary>Messages written one after the other, until all are written or one fails.</summary>
internal sealed class ManyWrites
{
    // Without flow control nothing holds a write back this long, unless the machine is very busy. Then a stall is seen
    // where there is none yet: a test may count on no more than that the writes were not all done.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly int _count;
    private int _written;

    public ManyWrites(int count, Func<Task> write)
    {
        _count = count;
        Ended = Task.Run(async () =>
        {
            for (; _written < count; Interlocked.Increment(ref _written))
                await write();
        });
    }

    /// <summary>Completes when all messages are written, and fails when one could not be.</summary>
    public Task Ended { get; }

    /// <summary>Waits until no write completes any more, and asserts that there are some left.</summary>
    public async Task StallAsync()
    {
        int before;
        do
        {
            before = Volatile.Read(ref _written);
            await Ended.WaitAsync(_pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!Ended.IsCompleted && Volatile.Read(ref _written) > before);

        Assert.False(Ended.IsCompletedSuccessfully, $"All {_count} messages went out although nobody read them.");
    }
}
