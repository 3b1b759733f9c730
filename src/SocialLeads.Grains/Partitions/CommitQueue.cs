using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Gathers what arrives while a commit is under way into the next one, so that under load many requests share one
/// commit and without load none waits for company. It lives inside a grain's turns and takes no locks.
/// </summary>
/// <param name="commit">Makes a group durable and folds it. When it fails, the queue fails everything that waits and takes no more.</param>
/// <param name="largestGroup">Activities in one group before the next is begun; a single request may exceed it.</param>
internal sealed class CommitQueue(Func<CommitGroup, Task> commit, int largestGroup)
{
    private readonly Queue<CommitGroup> _waiting = new();
    private CommitGroup? _gathering;
    private CommitGroup? _last;
    private Exception? _failure;

    /// <summary>Activities that are not yet durable.</summary>
    public int Pending { get; private set; }

    /// <summary>What they take in memory, about: bytes by <see cref="ActivitySize"/>.</summary>
    public long PendingBytes { get; private set; }

    /// <summary>The commits that are under way; completed when there are none.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Completes when all that was enqueued so far is durable and folded; fails when a commit failed.</summary>
    public Task Settled => _failure is null ? _last?.Applied ?? Task.CompletedTask : Task.FromException(_failure);

    /// <summary>Adds activities, which take about so many bytes, to the next commit. The task is that of <see cref="CommitGroup.Applied"/>.</summary>
    public Task Enqueue(long arrivedAtMs, List<Activity> activities, List<ulong> fingerprints, long bytes)
    {
        if (_failure is not null) return Task.FromException(_failure);
        if (_gathering is null || _gathering.Activities.Count + activities.Count > largestGroup)
        {
            _gathering = _last = new CommitGroup();
            _waiting.Enqueue(_gathering);
        }

        var group = _gathering;
        group.Activities.AddRange(activities);
        group.Fingerprints.AddRange(fingerprints);
        group.ArrivedAtMs = Math.Max(group.ArrivedAtMs, arrivedAtMs);
        group.Bytes += bytes;
        PendingBytes += bytes;
        Pending += activities.Count;
        if (Running.IsCompleted) Running = CommitAll();
        return group.Applied;
    }

    private async Task CommitAll()
    {
        while (_waiting.TryDequeue(out var group))
        {
            if (group == _gathering) _gathering = null;
            try
            {
                await commit(group);
            }
            catch (Exception reason)
            {
                FailAll(group, reason);
                return;
            }

            Pending -= group.Activities.Count;
            PendingBytes -= group.Bytes;
            group.Complete();
        }
    }

    private void FailAll(CommitGroup first, Exception reason)
    {
        _failure = reason;
        _gathering = null;
        first.Fail(reason);
        while (_waiting.TryDequeue(out var group)) group.Fail(reason);
        Pending = 0;
        PendingBytes = 0;
    }
}
