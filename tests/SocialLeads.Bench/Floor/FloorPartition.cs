using System.Threading.Channels;
using SocialLeads.Grains.Log;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Bench.Floor;

/// <summary>One partition's log: what arrives while a row is being committed becomes the next row, as in the product.</summary>
internal sealed class FloorPartition
{
    private const int LargestRow = 10_000;

    private readonly IPartitionStore _store;
    private readonly Channel<Part> _waiting = Channel.CreateUnbounded<Part>(new UnboundedChannelOptions { SingleReader = true });
    private long _position;

    public FloorPartition(IPartitionStore store, long lastPosition)
    {
        (_store, _position) = (store, lastPosition);
        Ended = Task.Run(CommitAll);
    }

    /// <summary>Runs for as long as the process.</summary>
    public Task Ended { get; }

    public Task AppendAsync(long arrivedAtMs, List<Activity> activities)
    {
        var part = new Part(arrivedAtMs, activities, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _waiting.Writer.TryWrite(part) ? part.Durable.Task : throw new InvalidOperationException("The log has failed.");
    }

    private async Task CommitAll()
    {
        var row = new List<Activity>();
        var parts = new List<Part>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            row.Clear();
            parts.Clear();
            while (row.Count < LargestRow && _waiting.Reader.TryRead(out var part))
            {
                row.AddRange(part.Activities);
                parts.Add(part);
            }

            try
            {
                var payload = ActivityLogCodec.Encode(parts.Max(part => part.ArrivedAtMs), row);
                await _store.AppendAsync(new LogEntry(++_position, payload), CancellationToken.None);
            }
            catch (Exception reason)
            {
                _waiting.Writer.TryComplete();
                foreach (var part in parts) part.Durable.SetException(reason);
                throw;
            }

            foreach (var part in parts) part.Durable.SetResult();
        }
    }

    private sealed record Part(long ArrivedAtMs, List<Activity> Activities, TaskCompletionSource Durable);
}
