using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class RecordingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_activity_counts_at_once()
    {
        await using var server = await TestServer.StartAsync();

        var recorded = await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann")), cancellationToken: Cancel);
        var score = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = "ann", AsOf = Sample.Day }, cancellationToken: Cancel);

        Assert.Equal([Disposition.Accepted], recorded.Results.Select(result => result.Disposition));
        Assert.True(score.Lead.Points > 0);
        Assert.Equal(Thousandths(score.Lead.Points), score.Lead.Contributions.Sum(one => Thousandths(one.Points)));
        Assert.Equal(1, score.Lead.Rank);
        Assert.Equal(100, score.Lead.Percentile);
    }

    [Fact]
    public async Task A_malformed_activity_does_not_fail_its_neighbours()
    {
        await using var server = await TestServer.StartAsync();
        var bad = Sample.Post("2", "bob");
        bad.Kind = "Not A Kind";
        bad.Value = double.NaN;

        var recorded = await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Sample.Post("1", "ann"), bad, Sample.Post("3", "cat")), cancellationToken: Cancel);

        Assert.Equal(
            [Disposition.Accepted, Disposition.Rejected, Disposition.Accepted], recorded.Results.Select(result => result.Disposition));
        Assert.Equal(["kind", "value"], recorded.Results[1].Violations.Select(one => one.Field).Order());
        var list = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day }, cancellationToken: Cancel);
        Assert.Equal(["ann", "cat"], list.Leads.Select(lead => lead.Member));
    }

    [Fact]
    public async Task The_same_activity_again_is_a_duplicate_also_within_a_batch_and_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
        double points;
        await using (var server = await TestServer.StartAsync(folder))
        {
            var recorded = await server.Activities.RecordActivitiesAsync(
                Sample.Batch(Sample.Post("1", "ann"), Sample.Post("1", "ann"), Sample.Post("1", "bob")), cancellationToken: Cancel);
            Assert.Equal(
                [Disposition.Accepted, Disposition.Duplicate, Disposition.Accepted], recorded.Results.Select(result => result.Disposition));
            points = await Points(server, "ann");
        }

        await using (var server = await TestServer.StartAsync(folder))
        {
            var again = await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann")), cancellationToken: Cancel);
            Assert.Equal([Disposition.Duplicate], again.Results.Select(result => result.Disposition));
            Assert.Equal(points, await Points(server, "ann"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_stream_acknowledges_each_request_in_order()
    {
        await using var server = await TestServer.StartAsync();
        using var call = server.Activities.StreamActivities(cancellationToken: Cancel);

        for (var request = 0; request < 50; request++)
        {
            var bad = Sample.Post("", "m");
            await call.RequestStream.WriteAsync(
                new StreamActivitiesRequest { Sequence = request, Activities = { Sample.Post($"a{request}", $"m{request % 7}"), bad } }, Cancel);
        }

        await call.RequestStream.CompleteAsync();
        var answers = new List<StreamActivitiesResponse>();
        while (await call.ResponseStream.MoveNext(Cancel)) answers.Add(call.ResponseStream.Current);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), answers.Select(answer => answer.Sequence));
        Assert.All(answers, answer => Assert.Equal((1, 0, 1), (answer.AcceptedCount, answer.DuplicateCount, answer.Rejected.Count)));
        Assert.All(answers, answer => Assert.Equal((1, "id"), (answer.Rejected[0].Index, answer.Rejected[0].Violations[0].Field)));
    }

    [Fact]
    public async Task Order_of_arrival_changes_no_score()
    {
        var activities = Enumerable.Range(0, 400).Select(i => Sample.Post($"{i}", $"m{i % 20}", daysBefore: i % 37)).ToList();
        await using var one = await TestServer.StartAsync();
        await using var other = await TestServer.StartAsync();
        await one.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel);
        foreach (var chunk in Enumerable.Reverse(activities).Chunk(13))
            await other.Activities.RecordActivitiesAsync(Sample.Batch(chunk), cancellationToken: Cancel);

        var request = new ListLeadsRequest { AsOf = Sample.Day, View = LeadView.Full, PageSize = 100 };
        Assert.Equal(
            (await one.Leads.ListLeadsAsync(request, cancellationToken: Cancel)).Leads,
            (await other.Leads.ListLeadsAsync(request, cancellationToken: Cancel)).Leads);
    }

    private static long Thousandths(double points) => (long)Math.Round(points * 1000);

    private static async Task<double> Points(TestServer server, string member) =>
        (await server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = Sample.Day }, cancellationToken: Cancel)).Lead.Points;
}
