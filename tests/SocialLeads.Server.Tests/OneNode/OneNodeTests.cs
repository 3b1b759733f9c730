using SocialLeads.Server.Tests.EndToEnd;

namespace SocialLeads.Server.Tests.OneNode;

/// <summary>With the stand-in for Orleans there is one node; this folder is a part of no other build.</summary>
public class OneNodeTests
{
    [Fact]
    public async Task A_cluster_is_refused_in_a_sentence()
    {
        var (exitCode, error) = await ServerProcess.RunAsync("--cluster", "live", "--grpc", "0", "--http", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "socialleads-server: cluster is 'live', but this build can only be a single node; build it with UpstreamPackages=true",
            error,
            StringComparison.Ordinal);
    }
}
