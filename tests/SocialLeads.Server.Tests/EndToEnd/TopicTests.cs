using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class TopicTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tags_of_the_last_days_are_told_from_activities_of_every_kind()
    {
        await using var server = await TestServer.StartAsync();
        var view = Tagged("2", 1, "#hiring", "pricing");
        view.Kind = "page_view";
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch([Tagged("1", 0, "pricing"), view, Tagged("3", 29, "pricing"), Tagged("4", 30, "old"), Tagged("5", 3, "sso")]),
            cancellationToken: Cancel);

        Assert.Equal(
            [("pricing", 3, "2026-03-10"), ("#hiring", 1, "2026-03-09"), ("sso", 1, "2026-03-07")], Told(await Topics(server)));
        Assert.Equal([("pricing", 2, "2026-03-10")], Told(await Topics(server, days: 2, limit: 1)));
        Assert.Equal([("pricing", 1, "2026-02-09"), ("old", 1, "2026-02-08")], Told(await Topics(server, "2026-02-09")));

        // A late activity lands on its day.
        await server.Activities.RecordActivitiesAsync(Sample.Batch([Tagged("6", 28, "old")]), cancellationToken: Cancel);
        Assert.Equal(("old", 1, "2026-02-10"), Told(await Topics(server))[^1]);
    }

    [Fact]
    public async Task Whoever_did_nothing_until_the_day_is_not_found()
    {
        await using var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(Sample.Batch([Tagged("1", 0, "pricing")]), cancellationToken: Cancel);

        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => Topics(server, "2026-03-09"))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => Topics(server, member: "nobody"))).StatusCode);
    }

    private static (string Tag, long Count, string LatestDay)[] Told(GetTopicsResponse response) =>
        [.. response.Topics.Select(topic => (topic.Tag, topic.Count, topic.LatestDay))];

    private static async Task<GetTopicsResponse> Topics(TestServer server, string asOf = Sample.Day, int days = 0, int limit = 0, string member = "maria") =>
        await server.Leads.GetTopicsAsync(
            new GetTopicsRequest { Member = member, AsOf = asOf, Days = days, Limit = limit }, cancellationToken: Cancel);

    private static Activity Tagged(string id, int daysBefore, params string[] tags)
    {
        var activity = Sample.Post(id, "maria", daysBefore);
        activity.Tags.Clear();
        activity.Tags.AddRange(tags);
        return activity;
    }
}
