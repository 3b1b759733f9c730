using Microsoft.Extensions.Logging;

namespace SocialLeads.Storage.Writing;

/// <summary>
/// The one thread that writes. It takes everything that waits into one transaction, so that many partitions share one
/// commit, and completes the writes once it is committed. It outlives every failure of the storage below.
/// </summary>
internal sealed class WriteLoop
{
    private readonly WriteQueue _queue;
    private readonly IStoreBackend _backend;
    private readonly ILogger _logger;
    private readonly Action? _beforeCommit;
    private readonly StatisticsCounter _statistics;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(PendingWrite Write, Exception? Refusal)> _outcomes = [];
    private IWriteSession? _session;

    /// <param name="queue">Where the writes come from.</param>
    /// <param name="backend">Where they go to.</param>
    /// <param name="statistics">Where they are counted.</param>
    /// <param name="beforeCommit">Called on the writer's thread when a transaction is complete but for its commit.</param>
    /// <param name="logger">Where failures are told that no caller sees.</param>
    public WriteLoop(
        WriteQueue queue, IStoreBackend backend, StatisticsCounter statistics, Action? beforeCommit, ILogger logger)
    {
        _beforeCommit = beforeCommit;
        _queue = queue;
        _backend = backend;
        _statistics = statistics;
        _logger = logger;
    }

    /// <summary>Completes when the queue is closed and every write in it has ended.</summary>
    public Task Ended => _ended.Task;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "SocialLeads store writer" }.Start();

    private void Run()
    {
        var batch = new List<PendingWrite>();
        try
        {
            while (_queue.TakeBatch(batch))
                Write(batch);

            CloseSession();
            _ended.SetResult();
        }
        catch (Exception e)
        {
            // Not a failure of a write, which Attempt answers for, but a defect. Nobody may go on waiting for a writer that is gone.
            var cause = new StoreUnavailableException("The store's writer has ended by a defect; what it was doing may have been written or not.", e);
            foreach (var write in batch) write.Fail(cause);
            _queue.Abandon(cause);
            _ended.SetException(e);
            _logger.WriterEnded(e);
        }
    }

    private void Write(List<PendingWrite> batch)
    {
        if (Attempt(batch) is not { } failure)
            return;

        if (failure.MayHaveTakenEffect)
        {
            foreach (var write in batch)
                Fail(write, failure.Cause);

            return;
        }

        // One bad write must not fail its neighbours, nor a connection that was lost meanwhile fail any: each is tried once
        // more, in a transaction of its own.
        _logger.BatchFailed(batch.Count, failure.Cause);
        foreach (var write in batch)
        {
            if (Attempt([write]) is { } own)
                Fail(write, own.Cause);
        }
    }

    private BatchFailure? Attempt(IReadOnlyCollection<PendingWrite> batch)
    {
        var committing = false;
        _outcomes.Clear();
        try
        {
            _session ??= _backend.OpenWriteSession();
            _session.Begin([.. batch.Select(w => w.Partition).OfType<PartitionId>().Distinct()]);
            foreach (var write in batch)
                _outcomes.Add((write, write.Make(_session)));

            _session.Complete();
            _beforeCommit?.Invoke();
            committing = true;
            _session.Commit();
        }
        catch (Exception e)
        {
            CloseSession();
            return new(e, committing && !_backend.FailedCommitIsUndone);
        }

        Complete();
        return null;
    }

    private void Complete()
    {
        // Counted first, so that whoever is told of a write finds it in the figures.
        _statistics.AddCommit(_outcomes);
        foreach (var (write, refusal) in _outcomes)
        {
            if (refusal is null)
                write.Succeed();
            else
                write.Fail(refusal);
        }
    }

    private void Fail(PendingWrite write, Exception cause)
    {
        _statistics.AddFailure();
        write.Fail(_backend.Translate(cause));
    }

    private void CloseSession()
    {
        try
        {
            _session?.Dispose();
        }
        catch (Exception e)
        {
            // What it held is undone by the database in any case, and the loop must go on.
            _logger.SessionCloseFailed(e);
        }
        finally
        {
            _session = null;
        }
    }

    private readonly record struct BatchFailure(Exception Cause, bool MayHaveTakenEffect);
}
