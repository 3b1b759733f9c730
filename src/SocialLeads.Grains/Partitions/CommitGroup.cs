using System.Runtime.InteropServices;
using SocialLeads.Grains.Log;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>The activities that go into the log as one row: those of all requests that waited for the same commit.</summary>
internal sealed class CommitGroup
{
    private readonly TaskCompletionSource _applied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<Activity> Activities { get; } = [];

    /// <summary>The activities as they are logged. Written as they come, when they are still in the processor's cache.</summary>
    public LogRowWriter Row { get; } = new();

    /// <summary>The activities as they will be folded, if that is prepared likewise.</summary>
    public PreparedActivities? Prepared { get; init; }

    /// <summary>Of each activity, the fingerprint of its id.</summary>
    public List<ulong> Fingerprints { get; } = [];

    /// <summary>Arrival of the latest request in the group, milliseconds since 1970-01-01 UTC.</summary>
    public long ArrivedAtMs { get; set; } = long.MinValue;

    /// <summary>Its place in the log, from when it is appended on.</summary>
    public long Position { get; set; }

    /// <summary>What the activities take in memory, about.</summary>
    public long Bytes { get; set; }

    /// <summary>Completes when the group is durable and folded, or fails when it could not be made durable.</summary>
    public Task Applied => _applied.Task;

    public void Add(ReadOnlySpan<Activity> activities, ReadOnlySpan<ulong> fingerprints)
    {
        Activities.AddRange(activities);
        Fingerprints.AddRange(fingerprints);
        var added = CollectionsMarshal.AsSpan(Activities)[^activities.Length..];
        Prepared?.Admit(added);
        // As they are now: whoever reads the log must not find a series that was refused.
        foreach (var activity in added) Row.Add(activity);
    }

    /// <summary>The row of the log. See <see cref="LogRowWriter.Finish"/>.</summary>
    public ReadOnlyMemory<byte> FinishRow() => Row.Finish(ArrivedAtMs, Prepared?.SymbolsSpent ?? 0);

    public void Complete() => _applied.SetResult();

    public void Fail(Exception reason)
    {
        _applied.SetException(reason);
        // Every request of the group awaits the task; one whose caller is gone must not raise it as unobserved.
        _ = _applied.Task.Exception;
    }
}
