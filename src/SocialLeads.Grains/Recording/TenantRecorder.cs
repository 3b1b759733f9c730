using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Recording;

/// <summary>Hands activities to the partitions of their members.</summary>
public sealed class TenantRecorder(PartitionRouter router, TenantPartitions partitions)
{
    private static readonly Task<RecordReply> _nothing = Task.FromResult(new RecordReply(RecordStatus.Recorded, []));

    /// <summary>
    /// Records activities. Unless the answer is <see cref="RecordStatus.Recorded"/> some of them may be durable and
    /// others not; sending all again is safe, since ids make the durable ones duplicates.
    /// </summary>
    public async Task<RecordReply> Record(string tenant, long arrivedAtMs, ImmutableArray<Activity> activities)
    {
        if (activities.IsEmpty) return await _nothing;
        var partOf = new int[activities.Length];
        var parts = Split(tenant, activities, partOf);
        var calls = new Task<RecordReply>[parts.Length];
        for (var index = 0; index < parts.Length; index++)
            calls[index] = parts[index] is { } part ? RecordPart(partitions.Of(tenant)[index], arrivedAtMs, part) : _nothing;

        var replies = await TenantPartitions.AllOfAsync(calls);
        return Array.Exists(replies, reply => reply.Status == RecordStatus.StoreUnavailable) ? RecordReply.StoreUnavailable
            : Array.Exists(replies, reply => reply.Status == RecordStatus.Overloaded) ? RecordReply.Overloaded
            : new RecordReply(RecordStatus.Recorded, Join(replies, partOf), replies.Sum(reply => reply.FacetsLeftOut));
    }

    private static Task<RecordReply> RecordPart(IPartitionGrain partition, long arrivedAtMs, Activity[] part) =>
        partition.Record(new ActivityBatch(arrivedAtMs, ImmutableCollectionsMarshal.AsImmutableArray(part)));

    /// <summary>The activities by partition, in their order, and the partition of each.</summary>
    private Activity[]?[] Split(string tenant, ImmutableArray<Activity> activities, int[] partOf)
    {
        Span<int> left = new int[router.PartitionCount];
        for (var place = 0; place < partOf.Length; place++)
        {
            partOf[place] = router.PartitionOf(tenant, activities[place].Member).Index;
            left[partOf[place]]++;
        }

        var parts = new Activity[]?[router.PartitionCount];
        for (var place = partOf.Length - 1; place >= 0; place--)
        {
            var index = partOf[place];
            (parts[index] ??= new Activity[left[index]])[--left[index]] = activities[place];
        }

        return parts;
    }

    /// <summary>The partitions' answers in the order of the activities.</summary>
    private static ImmutableArray<bool> Join(RecordReply[] replies, int[] partOf)
    {
        Span<int> read = new int[replies.Length];
        var accepted = new bool[partOf.Length];
        for (var place = 0; place < accepted.Length; place++)
        {
            var index = partOf[place];
            accepted[place] = replies[index].Accepted[read[index]++];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(accepted);
    }
}
