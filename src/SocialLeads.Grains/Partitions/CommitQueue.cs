using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Gathers what arrives while a commit is under way into the next one, so that under load many requests share one
/// commit and without load none waits for company. The next one is on its way to the disk while the one before is folded.
/// It lives inside a grain's turns and takes no locks.
/// </summary>
/// <param name="append">Makes a group durable, one at a time. When it fails, the queue fails everything that waits and takes no more.</param>
/// <param name="largestGroup">Activities in one group before the next is begun; a single request may exceed it.</param>
internal sealed class CommitQueue(Func<CommitGroup, Task> append, int largestGroup)
{
    private readonly Queue<CommitGroup> _waiting = new();
    private CommitGroup? _gathering;
    private CommitGroup? _last;
    private Exception? _failure;

    /// <summary>Folds a durable group, one at a time and in order. When it fails, everything fails as when a group could not be appended.</summary>
    public Func<CommitGroup, Task> Apply { get; init; } = _ => Task.CompletedTask;

    /// <summary>Begins a group.</summary>
    public Func<CommitGroup> NewGroup { get; init; } = () => new CommitGroup();

    /// <summary>Activities that are not yet durable and folded.</summary>
    public int Pending { get; private set; }

    /// <summary>What they take in memory, about: bytes by <see cref="ActivitySize"/>.</summary>
    public long PendingBytes { get; private set; }

    /// <summary>The commits that are under way; completed when there are none.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Completes when all that was enqueued so far is durable and folded; fails when a commit failed.</summary>
    public Task Settled => _failure is null ? _last?.Applied ?? Task.CompletedTask : Task.FromException(_failure);

    /// <summary>Adds activities, which take about so many bytes, to the next commit. The task is that of <see cref="CommitGroup.Applied"/>.</summary>
    public Task Enqueue(long arrivedAtMs, ReadOnlySpan<Activity> activities, ReadOnlySpan<ulong> fingerprints, long bytes)
    {
        if (_failure is not null) return Task.FromException(_failure);
        if (_gathering is null || _gathering.Activities.Count + activities.Length > largestGroup)
        {
            _gathering = _last = NewGroup();
            _waiting.Enqueue(_gathering);
        }

        var group = _gathering;
        group.Add(activities, fingerprints);
        group.ArrivedAtMs = Math.Max(group.ArrivedAtMs, arrivedAtMs);
        group.Bytes += bytes;
        PendingBytes += bytes;
        Pending += activities.Length;
        if (Running.IsCompleted) Running = CommitAll();
        return group.Applied;
    }

    private async Task CommitAll()
    {
        var (group, durable) = AppendNext();
        while (group is not null)
        {
            var (next, nextDurable) = ((CommitGroup?)null, Task.CompletedTask);
            try
            {
                await durable;
                (next, nextDurable) = AppendNext();
                await Apply(group);
            }
            catch (Exception reason)
            {
                FailAll([group, next], reason);
                // Nothing may be on its way to the store when whoever waits for the queue goes on. What comes of it is known by then.
                await nextDurable.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                return;
            }

            Pending -= group.Activities.Count;
            PendingBytes -= group.Bytes;
            group.Complete();
            (group, durable) = next is null ? AppendNext() : (next, nextDurable);
        }
    }

    private (CommitGroup? Group, Task Durable) AppendNext()
    {
        if (!_waiting.TryDequeue(out var group)) return (null, Task.CompletedTask);
        if (group == _gathering) _gathering = null;
        return (group, append(group));
    }

    private void FailAll(ReadOnlySpan<CommitGroup?> begun, Exception reason)
    {
        _failure = reason;
        _gathering = null;
        foreach (var group in begun) group?.Fail(reason);
        while (_waiting.TryDequeue(out var waiting)) waiting.Fail(reason);
        Pending = 0;
        PendingBytes = 0;
    }
}
