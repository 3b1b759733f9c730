using Grpc.Core;
using Microsoft.Extensions.Options;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class PacksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_counts_under_listening_where_the_pack_is_kept()
    {
        await using var server = await TestServer.StartAsync(settings: new KeyValuePair<string, string?>("Packs", "listening"));

        var lead = await ScoreOfStatementAsync(server);

        Assert.Equal(50, lead.Points);
        var contribution = Assert.Single(lead.Contributions);
        Assert.Equal(("statement_of_need", ""), (contribution.Signal, contribution.Facet));
        Assert.Equal(["any suggestions", "looking for a ... solution"], contribution.Evidence.Order());
    }

    [Fact]
    public async Task Where_it_is_not_kept_texts_are_not_counted_and_nobody_is_told_that_there_is_nothing()
    {
        await using var server = await TestServer.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => ScoreOfStatementAsync(server));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Contains("SOCIALLEADS_PACKS", refused.Status.Detail, StringComparison.Ordinal);
        var learning = server.Models.LearnModel(new LearnModelRequest { Model = "mine", FromModel = "listening" }, cancellationToken: Cancel);
        refused = await Assert.ThrowsAsync<RpcException>(() => learning.ResponseStream.MoveNext(Cancel));
        Assert.Contains("SOCIALLEADS_PACKS", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_pack_ranks_when_asked()
    {
        await using var server = await TestServer.StartAsync(settings: new KeyValuePair<string, string?>("Packs", "corporate-community,listening"));
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "maria")), cancellationToken: Cancel);

        foreach (var model in (await server.Models.ListModelsAsync(new ListModelsRequest(), cancellationToken: Cancel)).Models)
        {
            var list = await server.Leads.ListLeadsAsync(
                new ListLeadsRequest { Model = model.Model_, AsOf = Sample.Day }, cancellationToken: Cancel);
            Assert.Equal((model.Model_, 1), (list.Model, list.TotalSize));
        }
    }

    [Fact]
    public async Task A_pack_that_there_is_not_is_refused_at_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            TestServer.StartAsync(settings: new KeyValuePair<string, string?>("Packs", "recruiting, nonesuch")));

        Assert.Equal(["packs names 'nonesuch', which is none of corporate-community, listening, recruiting."], refused.Failures);
    }

    private static async Task<Lead> ScoreOfStatementAsync(TestServer server)
    {
        var question = Sample.Post("1", "maria");
        question.Text = "We are looking for a solution to plan shifts, any suggestions?";
        await server.Activities.RecordActivitiesAsync(Sample.Batch(question), cancellationToken: Cancel);
        var request = new GetScoreRequest { Member = "maria", Model = "listening", AsOf = Sample.Day };
        return (await server.Leads.GetScoreAsync(request, cancellationToken: Cancel)).Lead;
    }
}
