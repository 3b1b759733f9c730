using System.Collections.Concurrent;

namespace Grpc.Kestrel.Tests;

/// <summary>What a server saw, for tests to wait on.</summary>
public sealed class ServerEvents
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _seen = [];

    public void Signal(string name) => Source(name).TrySetResult();

    /// <summary>Completes when <paramref name="name"/> has been seen; fails after two minutes.</summary>
    public Task WaitAsync(string name) => Source(name).Task.WaitAsync(TimeSpan.FromMinutes(2));

    private TaskCompletionSource Source(string name) =>
        _seen.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
