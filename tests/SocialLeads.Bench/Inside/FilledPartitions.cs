using SocialLeads.Bench.Traffic;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Bench.Inside;

/// <summary>A community as the partitions of a server hold it.</summary>
internal static class FilledPartitions
{
    /// <summary>How many partitions a tenant has.</summary>
    public const int Count = 8;

    /// <summary>Partitions whose members have each acted so many times.</summary>
    public static PartitionState[] Of(ModelCatalog models, TrafficPlan plan, int activitiesEach)
    {
        var partitions = new PartitionState[Count];
        Parallel.For(0, Count, index => partitions[index] = Fill(models, plan, index, activitiesEach));
        return partitions;
    }

    /// <summary>Counters by day for each member, in the mean.</summary>
    public static double CellsOf(IEnumerable<PartitionState> partitions) =>
        partitions.SelectMany(state => state.Members.Entries).Average(entry => (double)Counters.In(entry.Features).Cells);

    private static PartitionState Fill(ModelCatalog models, TrafficPlan plan, int partition, int activitiesEach)
    {
        var traffic = new InsideTraffic(plan);
        var state = new PartitionState(models, new PartitionOptions());
        for (var member = partition; member < plan.Members; member += Count)
            state.Apply(state.Position + 1, 0, [.. traffic.Of(member, 0, activitiesEach)], []);
        return state;
    }
}
