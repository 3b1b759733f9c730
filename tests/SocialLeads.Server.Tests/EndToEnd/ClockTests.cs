using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>What the server's clock decides: what lies too far ahead, which day is today, what was sent before.</summary>
public class ClockTests
{
    private static readonly DateTimeOffset _noon = new(Sample.At);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task An_activity_may_lie_a_day_ahead(int ms) =>
        Assert.Equal(Disposition.Accepted, (await RecordAhead(TimeSpan.FromDays(1) + TimeSpan.FromMilliseconds(ms))).Disposition);

    [Fact]
    public async Task An_activity_a_millisecond_further_ahead_is_rejected()
    {
        var result = await RecordAhead(TimeSpan.FromDays(1) + TimeSpan.FromMilliseconds(1));

        Assert.Equal(Disposition.Rejected, result.Disposition);
        Assert.Equal("occurred_at", Assert.Single(result.Violations).Field);
        Assert.Contains("one day ahead", result.Violations[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Midnight_passes_and_todays_score_decays_without_any_activity()
    {
        var clock = new SettableClock(_noon);
        await using var server = await StartAsync(clock);
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 20).Select(i => Sample.Post($"{i}", "ann"))), cancellationToken: Cancel);
        clock.Now = new DateTimeOffset(2026, 3, 10, 23, 59, 59, 999, TimeSpan.Zero);
        var before = await Today(server, "ann");

        clock.Now = clock.Now.AddMilliseconds(1);
        var after = await Today(server, "ann");
        var list = await server.Leads.ListLeadsAsync(new ListLeadsRequest { View = LeadView.Full }, cancellationToken: Cancel);

        Assert.Equal(("2026-03-10", "2026-03-11"), (before.AsOf, after.AsOf));
        Assert.True(after.Lead.Points < before.Lead.Points, $"{after.Lead.Points} is not below {before.Lead.Points}.");
        Assert.Equal(after.Lead, Assert.Single(list.Leads));
        var yesterday = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = "ann", AsOf = "2026-03-10" }, cancellationToken: Cancel);
        Assert.Equal(before.Lead, yesterday.Lead);
    }

    [Fact]
    public async Task The_clock_steps_back_a_day_and_nothing_is_lost_nor_counted_twice()
    {
        var folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
        var clock = new SettableClock(_noon);
        GetScoreResponse before;
        await using (var server = await StartAsync(clock, folder))
        {
            Assert.Equal([Disposition.Accepted], await Record(server, Sample.Post("1", "ann")));
            before = await Today(server, "ann");

            clock.Now = _noon.AddDays(-1);
            Assert.Equal([Disposition.Duplicate, Disposition.Accepted], await Record(server, Sample.Post("1", "ann"), Sample.Post("1", "bob", 1)));
            // It happened on what is tomorrow now: not yet today, but there for whoever asks about that day.
            Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => Today(server, "ann"))).StatusCode);
            Assert.Equal("2026-03-09", (await Today(server, "bob")).AsOf);
            Assert.Equal(before.Lead.Contributions, (await On(server, "ann", Sample.Day)).Lead.Contributions);
        }

        await using (var server = await StartAsync(clock, folder))
        {
            Assert.Equal([Disposition.Duplicate, Disposition.Duplicate], await Record(server, Sample.Post("1", "ann"), Sample.Post("1", "bob", 1)));
            clock.Now = _noon;
            Assert.Equal([Disposition.Duplicate, Disposition.Duplicate], await Record(server, Sample.Post("1", "ann"), Sample.Post("1", "bob", 1)));
            Assert.Equal(before.Lead.Contributions, (await Today(server, "ann")).Lead.Contributions);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_id_is_remembered_for_the_duplicate_window_of_a_week()
    {
        var clock = new SettableClock(_noon);
        await using var server = await StartAsync(clock);
        await Record(server, Sample.Post("1", "ann"));

        clock.Now = _noon.AddDays(7);

        Assert.Equal([Disposition.Duplicate], await Record(server, Sample.Post("1", "ann")));
    }

    private static async Task<ActivityResult> RecordAhead(TimeSpan ahead)
    {
        await using var server = await StartAsync(new SettableClock(_noon));
        var activity = Sample.Post("1", "ann");
        activity.OccurredAt = Timestamp.FromDateTimeOffset(_noon + ahead);
        return (await server.Activities.RecordActivitiesAsync(Sample.Batch(activity), cancellationToken: Cancel)).Results.Single();
    }

    private static Task<TestServer> StartAsync(SettableClock clock, string? folder = null) =>
        TestServer.StartAsync(folder, services => services.AddSingleton<TimeProvider>(clock));

    private static async Task<IEnumerable<Disposition>> Record(TestServer server, params Activity[] activities) =>
        (await server.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel))
        .Results.Select(result => result.Disposition);

    private static Task<GetScoreResponse> Today(TestServer server, string member) => On(server, member, "");

    private static Task<GetScoreResponse> On(TestServer server, string member, string day) =>
        server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = day }, cancellationToken: Cancel).ResponseAsync;
}
