using Google.Rpc;
using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Questions about leads that make no sense.</summary>
public class QuestionTests(HostileServer fixture) : HostileTests(fixture)
{
    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("2026-3-1")]
    [InlineData("10/03/2026")]
    [InlineData(" 2026-03-10")]
    [InlineData("2026-03-10T00:00:00Z")]
    [InlineData("0000-01-01")]
    [InlineData("-001-01-01")]
    [InlineData("10000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("٢٠٢٦-٠٣-١٠")]
    [InlineData("2026-03-10\0")]
    public async Task A_day_that_is_none_or_lies_ahead_is_refused(string day)
    {
        await Refusal.OfField("as_of", Server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "ann", AsOf = day }, cancellationToken: Cancel));
        await Refusal.OfField("as_of", Server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { Members = { "ann" }, AsOf = day }, cancellationToken: Cancel));
        await Refusal.OfField("as_of", Server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = day }, cancellationToken: Cancel));
        await Refusal.OfField("as_of", Server.Leads.ListCompaniesAsync(new ListCompaniesRequest { AsOf = day }, cancellationToken: Cancel));
        await Refusal.OfField("as_of", Server.Leads.GetCompanyAsync(new GetCompanyRequest { Domain = "a.example", AsOf = day }, cancellationToken: Cancel));
        await Refusal.OfField("as_of", Server.Leads.GetTopicsAsync(new GetTopicsRequest { Member = "ann", AsOf = day }, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ann\0")]
    [InlineData("\u0007")]
    [InlineData("\ufffd")]
    public async Task A_member_that_can_be_none_is_refused(string member)
    {
        await Refusal.OfField("member", Server.Leads.GetScoreAsync(new GetScoreRequest { Member = member }, cancellationToken: Cancel));
        await Refusal.OfField("member", Server.Leads.GetTopicsAsync(new GetTopicsRequest { Member = member }, cancellationToken: Cancel));
        await Refusal.OfField("members[1]", Server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { Members = { "ann", member, "bob" } }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_member_of_200_bytes_is_looked_up_and_one_of_201_is_refused()
    {
        var longest = new string('x', 200);
        await Refusal.OfResource("member", longest, Server.Leads.GetScoreAsync(new GetScoreRequest { Member = longest }, cancellationToken: Cancel));
        await Refusal.OfField("member", Server.Leads.GetScoreAsync(new GetScoreRequest { Member = longest + "x" }, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData(-1, 1, "days")]
    [InlineData(401, 1, "days")]
    [InlineData(1, -1, "limit")]
    [InlineData(1, 101, "limit")]
    public Task Topics_out_of_bounds_are_refused(int days, int limit, string field) => Refusal.OfField(field, Server.Leads.GetTopicsAsync(
        new GetTopicsRequest { Member = "ann", Days = days, Limit = limit }, cancellationToken: Cancel));

    [Theory]
    [InlineData("")]
    [InlineData("ann@acme.example")]
    [InlineData("acme\0.example")]
    [InlineData("\ufffd")]
    public Task A_domain_that_can_be_none_is_refused(string domain) => Refusal.OfField(
        "domain", Server.Leads.GetCompanyAsync(new GetCompanyRequest { Domain = domain }, cancellationToken: Cancel));

    [Fact]
    public async Task A_domain_of_253_bytes_is_looked_up_and_one_of_254_is_refused()
    {
        var longest = new string('x', 253);
        await Refusal.OfResource("company", longest, Server.Leads.GetCompanyAsync(new GetCompanyRequest { Domain = longest }, cancellationToken: Cancel));
        await Refusal.OfField("domain", Server.Leads.GetCompanyAsync(new GetCompanyRequest { Domain = longest + "x" }, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public Task Too_few_or_too_many_members_are_refused(int count) => Refusal.OfField("members", Server.Leads.BatchGetScoresAsync(
        new BatchGetScoresRequest { Members = { Enumerable.Range(0, count).Select(i => $"m{i}") } }, cancellationToken: Cancel));

    [Theory]
    [InlineData("no-such-model")]
    [InlineData("CORPORATE-COMMUNITY")]
    [InlineData("corporate-community\0")]
    [InlineData("../corporate-community")]
    public async Task A_model_that_there_is_not_is_not_found(string model)
    {
        await Refusal.OfResource("model", model, Server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "ann", Model = model }, cancellationToken: Cancel));
        await Refusal.OfResource("model", model, Server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { Members = { "ann" }, Model = model }, cancellationToken: Cancel));
        await Refusal.OfResource("model", model, Server.Leads.ListLeadsAsync(new ListLeadsRequest { Model = model }, cancellationToken: Cancel));
        await Refusal.OfResource("model", model, Server.Leads.ListCompaniesAsync(
            new ListCompaniesRequest { Model = model }, cancellationToken: Cancel));
        await Refusal.OfResource("model", model, Server.Leads.GetCompanyAsync(
            new GetCompanyRequest { Domain = "a.example", Model = model }, cancellationToken: Cancel));
        await Refusal.OfResource("model", model, Server.Models.GetModelAsync(new GetModelRequest { Model = model }, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.001)]
    [InlineData(100.001)]
    public Task A_minimum_that_is_no_score_is_refused(double score) => Refusal.OfField(
        "min_score", Server.Leads.ListLeadsAsync(new ListLeadsRequest { MinScore = score }, cancellationToken: Cancel));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task A_negative_page_size_is_refused(int size)
    {
        await Refusal.OfField("page_size", Server.Leads.ListLeadsAsync(new ListLeadsRequest { PageSize = size }, cancellationToken: Cancel));
        await Refusal.OfField("page_size", Server.Leads.ListCompaniesAsync(new ListCompaniesRequest { PageSize = size }, cancellationToken: Cancel));
        await Refusal.OfField("page_size", Server.Models.ListModelsAsync(new ListModelsRequest { PageSize = size }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Rankings_of_more_past_days_than_may_wait_are_refused_and_can_be_had_later()
    {
        await Record(Enumerable.Range(0, 4_000).Select(i => Sample.Post($"busy/{i}", $"busy-{i}")));
        var days = Enumerable.Range(0, 1_000).Select(i => $"{new DateOnly(2020, 1, 1).AddDays(i):yyyy-MM-dd}").ToArray();
        var refusals = (await Task.WhenAll(days.Select(RefusalOf))).OfType<RpcException>().ToList();

        // Each partition takes as many as may wait, and not all of them the same days when they are asked at once.
        Assert.InRange(refusals.Count, 1, days.Length - 1);
        Assert.All(refusals, refused =>
        {
            Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
            Assert.StartsWith("64 rankings of past days", refused.Status.Detail, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromSeconds(1), Refusal.Detail<RetryInfo>(refused.GetRpcStatus()).RetryDelay.ToTimeSpan());
        });
        Assert.Null(await RefusalOf(days[^1]));

        async Task<RpcException?> RefusalOf(string day)
        {
            try
            {
                await Server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = day }, cancellationToken: Cancel);
                return null;
            }
            catch (RpcException refused)
            {
                return refused;
            }
        }
    }

    [Fact]
    public async Task A_page_size_beyond_the_largest_is_taken_as_the_largest()
    {
        await Record(Enumerable.Range(0, 1_001).Select(i => Sample.Post($"many/{i}", $"many-{i}")));

        var list = await Server.Leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day, PageSize = int.MaxValue }, cancellationToken: Cancel);

        Assert.InRange(list.TotalSize, 1_001, long.MaxValue);
        Assert.Equal(1_000, list.Leads.Count);
    }
}
