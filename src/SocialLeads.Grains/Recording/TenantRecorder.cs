using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Recording;

/// <summary>Hands activities to the partitions of their members.</summary>
public sealed class TenantRecorder(IGrainFactory grains, PartitionRouter router)
{
    /// <summary>
    /// Records activities. Unless the answer is <see cref="RecordStatus.Recorded"/> some of them may be durable and
    /// others not; sending all again is safe, since ids make the durable ones duplicates.
    /// </summary>
    public async Task<RecordReply> Record(string tenant, long arrivedAtMs, ImmutableArray<Activity> activities)
    {
        if (activities.IsEmpty) return new RecordReply(RecordStatus.Recorded, []);
        var parts = new List<int>?[router.PartitionCount];
        for (var index = 0; index < activities.Length; index++)
            (parts[router.PartitionOf(tenant, activities[index].Member).Index] ??= []).Add(index);

        var accepted = new bool[activities.Length];
        var replies = await Task.WhenAll(parts.Select((places, index) => places is null
            ? Task.FromResult(RecordStatus.Recorded)
            : RecordPart(new(tenant, index), arrivedAtMs, activities, places, accepted)));
        return replies.Contains(RecordStatus.StoreUnavailable) ? RecordReply.StoreUnavailable
            : replies.Contains(RecordStatus.Overloaded) ? RecordReply.Overloaded
            : new RecordReply(RecordStatus.Recorded, ImmutableCollectionsMarshal.AsImmutableArray(accepted));
    }

    private async Task<RecordStatus> RecordPart(
        Storage.PartitionId id, long arrivedAtMs, ImmutableArray<Activity> activities, List<int> places, bool[] accepted)
    {
        var part = ImmutableArray.CreateBuilder<Activity>(places.Count);
        foreach (var place in places) part.Add(activities[place]);
        var partition = grains.GetGrain<IPartitionGrain>(PartitionKey.Format(id));
        var reply = await partition.Record(new ActivityBatch(arrivedAtMs, part.MoveToImmutable()));
        if (reply.Status != RecordStatus.Recorded) return reply.Status;
        for (var i = 0; i < places.Count; i++) accepted[places[i]] = reply.Accepted[i];
        return RecordStatus.Recorded;
    }
}
