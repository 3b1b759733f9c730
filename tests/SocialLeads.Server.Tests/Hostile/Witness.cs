using Grpc.Health.V1;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>
/// A member who acted before something bad was done to a server. What the server acknowledged of that must still count
/// afterwards, and it must still take more.
/// </summary>
internal sealed class Witness
{
    private const int ActsBefore = 3;

    private readonly TestServer _server;
    private readonly string _member;
    private readonly Lead _before;

    private Witness(TestServer server, string member, Lead before)
    {
        _server = server;
        _member = member;
        _before = before;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Witness> CallAsync(TestServer server)
    {
        var member = $"witness-{Guid.NewGuid():N}";
        var acts = Enumerable.Range(0, ActsBefore).Select(i => Sample.Post($"{i}", member));
        var recorded = await server.Activities.RecordActivitiesAsync(Sample.Batch(acts), cancellationToken: Cancel);
        Assert.All(recorded.Results, result => Assert.Equal(Disposition.Accepted, result.Disposition));
        return new(server, member, await Score(server, member));
    }

    public async Task TestifyAsync()
    {
        var health = await new Health.HealthClient(_server.Channel).CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);

        var now = await Score(_server, _member);
        Assert.Equal((_before.Points, _before.Contributions), (now.Points, now.Contributions));

        var old = Enumerable.Range(0, ActsBefore).Select(i => Sample.Post($"{i}", _member));
        var recorded = await _server.Activities.RecordActivitiesAsync(
            Sample.Batch([.. old, Sample.Post("after", _member)]), cancellationToken: Cancel);
        Assert.Equal(
            [Disposition.Duplicate, Disposition.Duplicate, Disposition.Duplicate, Disposition.Accepted],
            recorded.Results.Select(result => result.Disposition));
        Assert.True((await Score(_server, _member)).Points > _before.Points, "One more activity did not count.");
    }

    private static async Task<Lead> Score(TestServer server, string member) =>
        (await server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = Sample.Day }, cancellationToken: Cancel)).Lead;
}
