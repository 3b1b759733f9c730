using System.Collections.Concurrent;

namespace Orleans.InProcess.Tests.Support;

/// <summary>What a test and its grains share: events the grains note and the test awaits, gates the test opens.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();
    private readonly ConcurrentQueue<(string Name, string By)> _noted = new();

    public string[] Noted => [.. _noted.Select(note => note.Name)];

    public string[] NotedBy(string grain) => [.. _noted.Where(note => note.By == grain).Select(note => note.Name)];

    public void Note(string name, string by = "")
    {
        _noted.Enqueue((name, by));
        Of(_events, name).TrySetResult();
    }

    /// <summary>Done when the event has been noted once.</summary>
    public Task Happened(string name) => Of(_events, name).Task.WaitAsync(TimeSpan.FromMinutes(2));

    public Task Passed(string gate) => Of(_gates, gate).Task;

    public void Open(string gate) => Of(_gates, gate).TrySetResult();

    private static TaskCompletionSource Of(ConcurrentDictionary<string, TaskCompletionSource> sources, string name) =>
        sources.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
