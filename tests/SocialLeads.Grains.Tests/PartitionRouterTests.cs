using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Tests;

public class PartitionRouterTests
{
    /// <summary>Stores are laid out by these numbers: they never change.</summary>
    [Theory]
    [InlineData("default", "maria.santos", 6)]
    [InlineData("default", "1", 5)]
    [InlineData("acme", "1", 7)]
    [InlineData("default", "Ω≈ç√ 🙂", 7)]
    public void A_member_stays_in_its_partition(string tenant, string member, int partition) =>
        Assert.Equal(partition, new PartitionRouter(8).PartitionOf(tenant, member).Index);

    [Fact]
    public void Members_with_running_numbers_spread_evenly()
    {
        var router = new PartitionRouter(8);
        var sizes = Enumerable.Range(0, 80_000).CountBy(i => router.PartitionOf("default", $"{i}").Index).Select(pair => pair.Value);

        Assert.All(sizes, size => Assert.InRange(size, 9_500, 10_500));
    }
}
