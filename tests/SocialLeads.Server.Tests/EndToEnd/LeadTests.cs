using System.Text;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class LeadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_together_are_the_list_and_ranks_run_through()
    {
        await using var server = await WithMembers(57);
        var all = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day, PageSize = 1000 }, cancellationToken: Cancel);

        var paged = new List<Lead>();
        var request = new ListLeadsRequest { AsOf = Sample.Day, PageSize = 10 };
        do
        {
            var page = await server.Leads.ListLeadsAsync(request, cancellationToken: Cancel);
            Assert.Equal(57, page.TotalSize);
            paged.AddRange(page.Leads);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(57, all.Leads.Count);
        Assert.Equal(all.Leads, paged);
        Assert.Equal(Enumerable.Range(1, 57).Select(rank => (long)rank), paged.Select(lead => lead.Rank));
        Assert.Equal(paged.OrderByDescending(lead => lead.Points).ThenBy(lead => lead.Member, StringComparer.Ordinal), paged);
    }

    [Fact]
    public async Task A_page_token_holds_its_place_while_others_move()
    {
        await using var server = await WithMembers(30);
        var request = new ListLeadsRequest { AsOf = Sample.Day, PageSize = 10 };
        var first = await server.Leads.ListLeadsAsync(request, cancellationToken: Cancel);
        // One of the first page falls behind nobody, one of the last page overtakes everybody.
        var last = $"m{0:00}";
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 200).Select(i => Sample.Post($"late{i}", last))), cancellationToken: Cancel);

        request.PageToken = first.NextPageToken;
        var second = await server.Leads.ListLeadsAsync(request, cancellationToken: Cancel);
        request.PageToken = second.NextPageToken;
        var third = await server.Leads.ListLeadsAsync(request, cancellationToken: Cancel);

        var seen = first.Leads.Concat(second.Leads).Concat(third.Leads).Select(lead => lead.Member).ToList();
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(29, seen.Count);
        Assert.DoesNotContain(last, seen);
    }

    [Fact]
    public async Task A_minimum_score_ends_the_list()
    {
        await using var server = await WithMembers(20);
        var all = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day }, cancellationToken: Cancel);
        var bar = all.Leads[6].Score;
        var above = all.Leads.Where(lead => lead.Score >= bar).ToList();

        // The page is just large enough, so that only the minimum can say that no other follows.
        var few = await server.Leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day, MinScore = bar, PageSize = above.Count }, cancellationToken: Cancel);

        Assert.Equal(above, few.Leads);
        Assert.Equal("", few.NextPageToken);
        Assert.Equal(20, few.TotalSize);
    }

    [Fact]
    public async Task Equal_points_are_ordered_by_the_bytes_of_the_ids()
    {
        await using var server = await TestServer.StartAsync();
        string[] members = ["a", "B", "ab", "é", "\ue000", "\uff21", "🦊", "🦊a", "\U0010fffd"];
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(members.Select(member => Sample.Post("1", member))), cancellationToken: Cancel);

        var list = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day }, cancellationToken: Cancel);

        Assert.Single(list.Leads.Select(lead => lead.Points).Distinct());
        Assert.Equal(
            members.OrderBy(member => Convert.ToHexString(Encoding.UTF8.GetBytes(member)), StringComparer.Ordinal),
            list.Leads.Select(lead => lead.Member));
    }

    [Fact]
    public async Task Single_and_batched_scores_and_the_list_agree()
    {
        await using var server = await WithMembers(12);
        var list = await server.Leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day, View = LeadView.Full }, cancellationToken: Cancel);

        var batch = await server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { AsOf = Sample.Day, Members = { list.Leads.Select(lead => lead.Member).Append("nobody") } },
            cancellationToken: Cancel);

        Assert.Equal(list.Leads, batch.Leads);
        Assert.Equal(["nobody"], batch.Missing);
        foreach (var lead in list.Leads)
        {
            var one = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = lead.Member, AsOf = Sample.Day }, cancellationToken: Cancel);
            Assert.Equal(lead, one.Lead);
        }
    }

    [Fact]
    public async Task A_past_day_is_scored_as_if_nothing_had_happened_since()
    {
        await using var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann", daysBefore: 9)), cancellationToken: Cancel);
        var before = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = "ann", AsOf = "2026-03-05" }, cancellationToken: Cancel);

        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Sample.Post("2", "ann"), Sample.Post("3", "bob")), cancellationToken: Cancel);

        var after = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = "ann", AsOf = "2026-03-05" }, cancellationToken: Cancel);
        Assert.Equal(before, after);
        var bob = await Assert.ThrowsAsync<RpcException>(() => server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "bob", AsOf = "2026-03-05" }, cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.NotFound, bob.StatusCode);
    }

    [Fact]
    public async Task Tenants_never_see_each_other()
    {
        await using var server = await TestServer.StartAsync();
        var acme = new Metadata { { "socialleads-tenant", "acme" } };
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann")), acme, cancellationToken: Cancel);
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "bob")), cancellationToken: Cancel);

        var ours = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day }, cancellationToken: Cancel);
        var theirs = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day }, acme, cancellationToken: Cancel);
        var nobodys = await server.Leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day }, new Metadata { { "socialleads-tenant", "other" } }, cancellationToken: Cancel);

        Assert.Equal("bob", Assert.Single(ours.Leads).Member);
        Assert.Equal("ann", Assert.Single(theirs.Leads).Member);
        Assert.Empty(nobodys.Leads);
    }

    private static async Task<TestServer> WithMembers(int count)
    {
        var server = await TestServer.StartAsync();
        var activities = Enumerable.Range(0, count)
            .SelectMany(member => Enumerable.Range(0, 1 + member % 9).Select(post => Sample.Post($"{post}", $"m{member:00}", post)));
        await server.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: TestContext.Current.CancellationToken);
        return server;
    }
}
