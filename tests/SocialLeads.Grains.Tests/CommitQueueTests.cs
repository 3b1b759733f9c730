using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests;

public class CommitQueueTests
{
    [Fact]
    public async Task Requests_that_arrive_during_a_commit_share_the_next_one()
    {
        var commits = new List<CommitGroup>();
        var gates = new Queue<TaskCompletionSource>([new(), new()]);
        var queue = new CommitQueue(group => Commit(commits, gates, group), largestGroup: 100);

        var waits = Enumerable.Range(0, 5).Select(i => queue.Enqueue(i, [Some($"{i}")], [(ulong)i], 100)).ToList();
        var second = gates.Last();
        gates.Dequeue().SetResult();
        second.SetResult();
        await Task.WhenAll(waits);

        Assert.Equal([1, 4], commits.Select(group => group.Activities.Count));
        Assert.Equal(4, commits[1].ArrivedAtMs);
        Assert.Equal(0, queue.Pending);
        Assert.Equal(0, queue.PendingBytes);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_its_commit()
    {
        var gate = new TaskCompletionSource();
        var queue = new CommitQueue(_ => gate.Task, largestGroup: 100);

        var wait = queue.Enqueue(0, [Some("a")], [1], 100);

        Assert.False(wait.IsCompleted);
        Assert.Equal(1, queue.Pending);
        Assert.Equal(100, queue.PendingBytes);
        gate.SetResult();
        await wait;
    }

    [Fact]
    public async Task A_failed_commit_fails_all_that_wait_and_all_that_come()
    {
        var gate = new TaskCompletionSource();
        var queue = new CommitQueue(_ => gate.Task, largestGroup: 1);
        var first = queue.Enqueue(0, [Some("a")], [1], 100);
        var second = queue.Enqueue(0, [Some("b")], [2], 100);

        gate.SetException(new IOException("disk"));

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        await Assert.ThrowsAsync<IOException>(() => queue.Enqueue(0, [Some("c")], [3], 100));
        await Assert.ThrowsAsync<IOException>(() => queue.Settled);
        Assert.Equal((0, 0), (queue.Pending, queue.PendingBytes));
    }

    [Fact]
    public async Task Groups_are_bounded_and_keep_their_order()
    {
        var commits = new List<CommitGroup>();
        var gate = new TaskCompletionSource();
        var queue = new CommitQueue(
            async group =>
            {
                commits.Add(group);
                await gate.Task;
            },
            largestGroup: 2);

        var waits = Enumerable.Range(0, 6).Select(i => queue.Enqueue(0, [Some($"{i}")], [(ulong)i], 100)).ToList();
        gate.SetResult();
        await Task.WhenAll(waits);

        Assert.All(commits, group => Assert.InRange(group.Activities.Count, 1, 2));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], commits.SelectMany(group => group.Activities).Select(one => one.Id));
    }

    private static async Task Commit(List<CommitGroup> commits, Queue<TaskCompletionSource> gates, CommitGroup group)
    {
        commits.Add(group);
        await gates.ElementAt(Math.Min(commits.Count, gates.Count) - 1).Task;
    }

    private static Activity Some(string id) => new() { Id = id, Member = "m", Kind = "visit", OccurredAtMs = 0 };
}
