using System.Globalization;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class HistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_day_is_the_score_as_of_that_day_late_activities_included()
    {
        await using var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(Sample.Batch([Sample.Post("1", "maria")]), cancellationToken: Cancel);
        var before = await History(server, "maria", days: 5);
        await server.Activities.RecordActivitiesAsync(Sample.Batch([Sample.Post("2", "maria"), Sample.Post("3", "maria")]), cancellationToken: Cancel);

        var history = await History(server, "maria", days: 5);

        Assert.Equal(5, history.Days.Count);
        Assert.Equal(Sample.Day, history.Days[^1].Day);
        Assert.True(history.Days[^1].Points > before.Days[^1].Points);
        foreach (var day in history.Days.Where(day => day.HasPoints))
        {
            var score = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = "maria", AsOf = day.Day }, cancellationToken: Cancel);
            Assert.Equal((score.Lead.Points, score.Lead.Score), (day.Points, day.Score));
        }

        Assert.Equal([false, false, false, false, true], history.Days.Select(day => day.HasPoints));
        Assert.Equal(Trend.TooLittleToSay, history.Trend);
    }

    [Fact]
    public async Task Scores_that_rest_on_days_which_are_no_longer_kept_are_marked()
    {
        await using var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch([Sample.Post("1", "maria"), Sample.Post("2", "maria", 500), Sample.Post("3", "bob"), Sample.Post("4", "bob", 400)]), cancellationToken: Cancel);

        Assert.True(await IsApproximateAsync(server, "maria", 450));
        Assert.True(await IsApproximateAsync(server, "maria", 350));
        Assert.False(await IsApproximateAsync(server, "maria", 0));
        Assert.False(await IsApproximateAsync(server, "bob", 350));
        var history = await History(server, "maria", days: 400);
        // Posts have a half-life, so that they count in part for 400 days.
        Assert.Equal([.. Enumerable.Repeat(true, 399), false], history.Days.Select(day => day.Approximate));
        Assert.DoesNotContain(true, (await History(server, "bob", days: 400)).Days.Select(day => day.Approximate));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(401)]
    public async Task Days_out_of_range_are_refused(int days)
    {
        await using var server = await TestServer.StartAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => History(server, "maria", days));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("days", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_nobody_knows_is_not_found()
    {
        await using var server = await TestServer.StartAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => History(server, "nobody", 10));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<bool> IsApproximateAsync(TestServer server, string member, int daysBefore)
    {
        var asOf = $"{DateOnly.Parse(Sample.Day, CultureInfo.InvariantCulture).AddDays(-daysBefore):yyyy-MM-dd}";
        return (await server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = asOf }, cancellationToken: Cancel)).Lead.Approximate;
    }

    private static async Task<GetScoreHistoryResponse> History(TestServer server, string member, int days) =>
        await server.Leads.GetScoreHistoryAsync(
            new GetScoreHistoryRequest { Member = member, AsOf = Sample.Day, Days = days }, cancellationToken: Cancel);
}
