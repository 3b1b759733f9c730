using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Bench.Floor;

/// <summary>The logs of all partitions of the one tenant.</summary>
internal sealed class FloorLog
{
    public const string Tenant = "default";

    private readonly FloorPartition[] _partitions;

    private FloorLog(FloorPartition[] partitions) => _partitions = partitions;

    public static async Task<FloorLog> OpenAsync(IStore store, CancellationToken cancellationToken)
    {
        var partitions = new FloorPartition[store.PartitionCount];
        for (var index = 0; index < partitions.Length; index++)
        {
            var partition = store.Partition(new PartitionId(Tenant, index));
            var saved = await partition.LoadAsync(int.MinValue, cancellationToken);
            partitions[index] = new FloorPartition(partition, saved.LastPosition);
        }

        return new FloorLog(partitions);
    }

    /// <summary>Completes when all of it is durable.</summary>
    public Task AppendAsync(PartitionRouter router, long arrivedAtMs, IEnumerable<Activity> activities)
    {
        var parts = new List<Activity>?[_partitions.Length];
        foreach (var activity in activities)
            (parts[router.PartitionOf(Tenant, activity.Member).Index] ??= []).Add(activity);
        return Task.WhenAll(parts.Select((part, index) =>
            part is null ? Task.CompletedTask : _partitions[index].AppendAsync(arrivedAtMs, part)));
    }
}
