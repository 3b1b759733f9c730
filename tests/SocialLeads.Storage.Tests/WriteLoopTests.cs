using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Tests;

public class WriteLoopTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_defect_that_ends_the_writer_fails_whoever_waits_and_refuses_whoever_comes()
    {
        var queue = new WriteQueue(length: 8, maxBatchWrites: 1, maxBatchBytes: 1000);
        var loop = new WriteLoop(queue, DispatchProxy.Create<IStoreBackend, BrokenBackend>(), new StatisticsCounter(), null, NullLogger.Instance);
        var waiting = Enumerable.Range(0, 3).Select(index => queue.WriteAsync(new LoadWrite(new PartitionId("t", index), Cancel), Cancel)).ToList();

        loop.Start();

        foreach (var write in waiting)
            await Assert.ThrowsAsync<StoreUnavailableException>(() => write.WaitAsync(TimeSpan.FromMinutes(1), Cancel));
        await Assert.ThrowsAsync<NotSupportedException>(() => loop.Ended);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => queue.WriteAsync(new LoadWrite(new PartitionId("t", 0), Cancel), Cancel));
    }

    /// <summary>No session can be opened, and what to tell of that is not known either.</summary>
    public class BrokenBackend : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_FailedCommitIsUndone" => true,
            var other => throw new NotSupportedException(other),
        };
    }
}
