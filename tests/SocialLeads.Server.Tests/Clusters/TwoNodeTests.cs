using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Clusters;

/// <summary>Two nodes of one cluster, each with clients of its own.</summary>
public sealed class TwoNodeTests(ClusterDatabase database) : IClassFixture<ClusterDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_records_the_other_serves_and_does_not_count_again()
    {
        await using var first = await database.StartNodeAsync("two_nodes");
        await using var second = await database.StartNodeAsync("two_nodes");
        // Enough members that each node has partitions with some of them.
        var activities = Enumerable.Range(0, 200).Select(i => Sample.Post($"a{i}", $"m{i % 80}")).ToList();
        await first.Activities.RecordActivitiesAsync(Sample.Batch(activities[..100]), cancellationToken: Cancel);
        await second.Activities.RecordActivitiesAsync(Sample.Batch(activities[100..]), cancellationToken: Cancel);

        foreach (var node in new[] { first, second })
        {
            var again = await node.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel);
            Assert.All(again.Results, result => Assert.Equal(Disposition.Duplicate, result.Disposition));
        }

        var lists = new List<ListLeadsResponse>();
        foreach (var node in new[] { first, second })
        {
            lists.Add(await node.Leads.ListLeadsAsync(
                new ListLeadsRequest { AsOf = Sample.Day, PageSize = 1000, View = LeadView.Full }, cancellationToken: Cancel));
        }

        Assert.Equal(80, lists[0].TotalSize);
        Assert.Equal(lists[0], lists[1]);
    }

    [Fact]
    public async Task A_tenant_that_one_node_has_met_is_known_to_the_other_and_takes_a_place_there()
    {
        KeyValuePair<string, string?> most = new("MaxTenants", "3");
        await using var first = await database.StartNodeAsync("tenants", most);
        await using var second = await database.StartNodeAsync("tenants", most);
        foreach (var tenant in new[] { "default", "acme", "corp" })
            await first.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann")), Named(tenant), cancellationToken: Cancel);

        var score = await second.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "ann", AsOf = Sample.Day }, Named("acme"), cancellationToken: Cancel);
        var refused = await Assert.ThrowsAsync<RpcException>(() => second.Activities.RecordActivitiesAsync(
            Sample.Batch(Sample.Post("1", "ann")), Named("one-more"), cancellationToken: Cancel).ResponseAsync);

        Assert.True(score.Lead.Points > 0);
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    private static Metadata Named(string tenant) => new() { { "socialleads-tenant", tenant } };
}
