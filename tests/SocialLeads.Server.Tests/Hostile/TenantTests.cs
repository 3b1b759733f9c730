using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Tenants that may not be named so, and too many of them.</summary>
public class TenantTests(HostileServer fixture) : HostileTests(fixture)
{
    [Theory]
    [InlineData("")]
    [InlineData("Acme")]
    [InlineData("1acme")]
    [InlineData("-acme")]
    [InlineData("acme_1")]
    [InlineData("acme/../other")]
    [InlineData("acme corp")]
    [InlineData("a0123456789012345678901234567890123456789")]
    public async Task A_name_that_is_none_is_refused_everywhere(string name)
    {
        var headers = Named(name);

        await Refusal.OfField("socialleads-tenant", Server.Activities.RecordActivitiesAsync(
            Sample.Batch(Sample.Post("1", "ann")), headers, cancellationToken: Cancel));
        await Refusal.OfField("socialleads-tenant", Server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "ann" }, headers, cancellationToken: Cancel));
        await Refusal.OfField("socialleads-tenant", Server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { Members = { "ann" } }, headers, cancellationToken: Cancel));
        await Refusal.OfField("socialleads-tenant", Server.Leads.ListLeadsAsync(new ListLeadsRequest(), headers, cancellationToken: Cancel));
        using var stream = Server.Activities.StreamActivities(headers, cancellationToken: Cancel);
        Refusal.OfField("socialleads-tenant", await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Cancel)));
    }

    [Fact]
    public async Task One_tenant_too_many_is_refused_and_those_there_are_go_on()
    {
        var longest = "a" + new string('9', 39);
        // The witness is of the default tenant, so there is room for two more.
        await RecordAs("acme");
        await RecordAs(longest);
        // Reading makes no tenant.
        Assert.Empty((await Server.Leads.ListLeadsAsync(new ListLeadsRequest(), Named("reader"), cancellationToken: Cancel)).Leads);

        var refused = await Assert.ThrowsAsync<RpcException>(() => RecordAs("one-more"));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Contains($"at most {HostileServer.MaxTenants} tenants", refused.Status.Detail, StringComparison.Ordinal);
        // An open stream takes no place; the first activity on it would.
        using var stream = Server.Activities.StreamActivities(Named("one-more"), cancellationToken: Cancel);
        await stream.RequestStream.WriteAsync(new StreamActivitiesRequest { Activities = { Sample.Post("1", "ann") } }, Cancel);
        refused = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Cancel));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);

        await RecordAs("acme");
        await RecordAs(longest);
    }

    private Task<RecordActivitiesResponse> RecordAs(string tenant) => Server.Activities.RecordActivitiesAsync(
        Sample.Batch(Sample.Post($"{Guid.NewGuid():N}", "ann")), Named(tenant), cancellationToken: Cancel).ResponseAsync;

    private static Metadata Named(string tenant) => new() { { "socialleads-tenant", tenant } };
}
