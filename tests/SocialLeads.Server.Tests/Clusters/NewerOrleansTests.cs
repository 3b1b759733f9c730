using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace SocialLeads.Server.Tests.Clusters;

/// <summary>Options that only some versions of Orleans have; the build does not see a name that is not theirs.</summary>
public sealed class NewerOrleansTests(ClusterDatabase database) : IClassFixture<ClusterDatabase>
{
    [Theory]
    [InlineData("MinProbeTimeout")]
    [InlineData("MaxProbeTimeout")]
    public async Task Every_probe_takes_as_long_as_it_is_told_to(string bound)
    {
        await using var node = await database.StartNodeAsync("probes");
        var membership = node.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value;

        Assert.Equal(membership.ProbeTimeout, ValueOf(membership, bound));
    }

    [Fact]
    public async Task Nothing_waits_for_a_node_that_was_declared_dead()
    {
        await using var node = await database.StartNodeAsync("leases");

        Assert.Equal(TimeSpan.Zero, ValueOf(node.Services.GetRequiredService<IOptions<GrainDirectoryOptions>>().Value, "RangeLeaseDuration"));
    }

    private static object? ValueOf(object options, string name)
    {
        var property = options.GetType().GetProperty(name);
        Assert.SkipWhen(property is null, "This version of Orleans has no such option.");
        return property.GetValue(options);
    }
}
