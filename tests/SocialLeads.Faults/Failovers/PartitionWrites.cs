using System.Globalization;
using Grpc.Core;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Faults.Failovers;

/// <summary>
/// Writes to one partition, one activity after the other, as a client does that never gives up and waits for nobody: it tells when the
/// partition took writes.
/// </summary>
internal sealed class PartitionWrites(int partition, int clientNumber, Random random, Ledger ledger, Refusals refusals, TimeProvider time)
{
    private const string Tenant = "default";
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    // As a new store has by default.
    private static readonly PartitionRouter _router = new(Partitions);

    private readonly Client _client = new(ledger, refusals);
    private readonly ActivityMaker _activities = new(random);
    private TaskCompletionSource _written = new();
    private long _killedAt;
    private long _lastAt;
    private int _made;

    public const int Partitions = 8;

    public int Partition => partition;

    /// <summary>The longest time between two acknowledgements.</summary>
    public TimeSpan LongestGap { get; private set; }

    /// <summary>From the kill to the acknowledgement of the first activity that was sent behind it.</summary>
    public TimeSpan Recovered { get; private set; }

    /// <summary>Completes when <see cref="Recovered"/> is known.</summary>
    public Task Written => _written.Task;

    /// <summary>Writes until it is told to stop and what was begun is acknowledged.</summary>
    /// <exception cref="FaultException">An answer was none that a serving server may give.</exception>
    public async Task RunAsync(ServerProcess server, CancellationToken stop)
    {
        _written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_killedAt, LongestGap, _lastAt) = (0, TimeSpan.Zero, time.GetTimestamp());
        while (!stop.IsCancellationRequested)
        {
            await WriteOneAsync(server);
            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    /// <summary>Says that the other node is killed now.</summary>
    public void Killed(long at) => Volatile.Write(ref _killedAt, at);

    private async Task WriteOneAsync(ServerProcess server)
    {
        var batch = new Batch([Make()]);
        while (true)
        {
            var begun = time.GetTimestamp();
            try
            {
                await _client.SendAsync(server, batch);
                Note(begun, time.GetTimestamp());
                return;
            }
            catch (RpcException refusal)
            {
                // Not the pause that the server asks for, but one that shows when it could.
                refusals.Count(refusal);
                await Task.Delay(_pause);
            }
        }
    }

    private void Note(long begun, long acknowledged)
    {
        var gap = time.GetElapsedTime(_lastAt, acknowledged);
        if (gap > LongestGap) LongestGap = gap;
        _lastAt = acknowledged;
        var killed = Volatile.Read(ref _killedAt);
        if (killed == 0 || begun < killed || Written.IsCompleted) return;
        Recovered = time.GetElapsedTime(killed, acknowledged);
        _written.SetResult();
    }

    private Scoring.Activities.Activity Make()
    {
        var activity = _activities.Make(string.Create(CultureInfo.InvariantCulture, $"{clientNumber:00}-{_made++:000000}"));
        while (_router.PartitionOf(Tenant, activity.Member).Index != partition)
            activity = activity with { Member = ActivityMaker.AnyMember(random) };
        return activity;
    }
}
