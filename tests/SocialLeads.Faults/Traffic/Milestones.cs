using SocialLeads.Faults.Servers;

namespace SocialLeads.Faults.Traffic;

/// <summary>A count that somebody can wait for.</summary>
internal sealed class Milestones
{
    private readonly Lock _lock = new();
    private readonly List<(long Count, TaskCompletionSource Reached)> _awaited = [];

    public long Count { get; private set; }

    public void Add()
    {
        lock (_lock)
        {
            Count++;
            foreach (var one in _awaited.Where(one => one.Count <= Count)) one.Reached.SetResult();
            _awaited.RemoveAll(one => one.Count <= Count);
        }
    }

    /// <summary>Completes when this many more were counted.</summary>
    /// <param name="further">How many.</param>
    /// <param name="patience">Then the wait fails.</param>
    /// <param name="what">What is counted, in the plural, for the message.</param>
    /// <exception cref="FaultException">They were not counted in time.</exception>
    public async Task FurtherAsync(int further, TimeSpan patience, string what)
    {
        if (further == 0) return;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _awaited.Add((Count + further, reached));
        if (!await Patience.LastsAsync(reached.Task, patience)) throw new FaultException($"There were no {further} {what} within {patience}.");
    }
}
