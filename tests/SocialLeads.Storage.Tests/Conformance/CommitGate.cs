namespace SocialLeads.Storage.Tests.Conformance;

/// <summary>Holds the writer just before a commit, so that a test can arrange what happens meanwhile.</summary>
public sealed class CommitGate : IDisposable
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the writer stands before the closed gate.</summary>
    public Task Held => _held.Task;

    public void BeforeCommit()
    {
        if (!_open.IsSet)
            _held.TrySetResult();

        _open.Wait();
    }

    public void Close()
    {
        _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _open.Reset();
    }

    public void Open() => _open.Set();

    public void Dispose() => _open.Dispose();
}
