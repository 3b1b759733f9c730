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

    [Fact]
    public async Task The_next_group_is_appended_while_the_one_before_is_applied()
    {
        var (appended, applied) = (new List<CommitGroup>(), new List<CommitGroup>());
        var (durable, folded) = (new TaskCompletionSource(), new TaskCompletionSource());
        var queue = new CommitQueue(group => Then(appended, group, durable.Task), largestGroup: 1)
        {
            Apply = group => Then(applied, group, folded.Task),
        };
        var first = queue.Enqueue(0, [Some("a")], [1], 100);
        var second = queue.Enqueue(0, [Some("b")], [2], 100);
        Assert.Single(appended);

        durable.SetResult();

        Assert.Equal(2, appended.Count);
        Assert.Single(applied);
        Assert.False(first.IsCompleted);
        folded.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(appended, applied);
    }

    [Fact]
    public async Task A_group_that_cannot_be_applied_fails_the_one_that_is_being_appended()
    {
        var durable = new Queue<TaskCompletionSource>([new(), new()]);
        var second = durable.Last();
        var queue = new CommitQueue(_ => durable.Dequeue().Task, largestGroup: 1)
        {
            Apply = _ => Task.FromException(new InvalidDataException("damaged")),
        };
        var begun = durable.Peek();
        var waits = new[] { queue.Enqueue(0, [Some("a")], [1], 100), queue.Enqueue(0, [Some("b")], [2], 100) };

        begun.SetResult();

        foreach (var wait in waits) await Assert.ThrowsAsync<InvalidDataException>(() => wait);
        // Whoever waits for the queue to end does not go on before the store has answered.
        Assert.False(queue.Running.IsCompleted);
        second.SetException(new IOException("disk"));
        await queue.Running;
        Assert.Equal((0, 0), (queue.Pending, queue.PendingBytes));
    }

    private static async Task Then(List<CommitGroup> groups, CommitGroup group, Task task)
    {
        groups.Add(group);
        await task;
    }

    private static async Task Commit(List<CommitGroup> commits, Queue<TaskCompletionSource> gates, CommitGroup group)
    {
        commits.Add(group);
        await gates.ElementAt(Math.Min(commits.Count, gates.Count) - 1).Task;
    }

    private static Activity Some(string id) => new() { Id = id, Member = "m", Kind = "visit", OccurredAtMs = 0 };
}
