using System.Globalization;
using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Sending;
using SocialLeads.Cli.Server;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Sending;

public sealed class ActivitySenderTests : IRejects
{
    private static readonly SendOptions _small = new() { Window = 4, BatchActivities = 10 };
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly InstantTime _time = new();
    private readonly List<string> _rejected = [];

    [Fact]
    public async Task Everything_is_sent_in_full_requests_and_acknowledged()
    {
        await using var server = await FakeServer.StartAsync();
        var totals = await SendAsync(server, Activities(105));
        Assert.Equal((105, 105, 0, 0, 0), (totals.Sent, totals.Accepted, totals.Duplicate, totals.Rejected, totals.ResentRequests));
        Assert.Equal(Enumerable.Range(0, 105).Select(Id), server.Activities.Arrivals);
        Assert.Equal([.. Enumerable.Repeat(10, 10), 5], server.Activities.RequestSizes);
        Assert.Equal(1, server.Activities.Streams);
    }

    [Fact]
    public async Task Nothing_to_send_is_no_error()
    {
        await using var server = await FakeServer.StartAsync();
        Assert.Equal(0, (await SendAsync(server, Activities(0))).Sent);
    }

    [Fact]
    public async Task A_request_is_bounded_in_bytes_too()
    {
        await using var server = await FakeServer.StartAsync();
        var text = new string('x', 600);
        var activities = Activities(5).Select(activity =>
        {
            activity.Activity.Text = text;
            return activity;
        });
        await SendAsync(server, activities, _small with { BatchBytes = 1_400 });
        Assert.Equal([2, 2, 1], server.Activities.RequestSizes);
    }

    [Fact]
    public async Task No_more_is_read_than_the_window_and_what_stands_before_it_hold()
    {
        await using var server = await FakeServer.StartAsync();
        var read = 0;
        var readAtFirstAnswer = 0;
        var windowIsFull = new TaskCompletionSource();
        server.Activities.BeforeAnswer = async (_, request, _) =>
        {
            if (request == 1)
            {
                await windowIsFull.Task;
                readAtFirstAnswer = Volatile.Read(ref read);
            }
        };
        var activities = Activities(1_000).Select(activity =>
        {
            if (Interlocked.Increment(ref read) == _small.Window * _small.BatchActivities)
                windowIsFull.SetResult();
            return activity;
        });
        await SendAsync(server, activities);
        // Four requests on the way, one in the channel, one before it, and the first activity of the next.
        Assert.InRange(readAtFirstAnswer, 40, 61);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_connection_loses_nothing_and_counts_nothing_twice(bool afterRecording)
    {
        await using var server = await FakeServer.StartAsync();
        Task Fail(int stream, int request, ServerCallContext context) => (stream, request) is (1, 3) or (2, 1)
            ? throw new RpcException(new Status(StatusCode.Unavailable, "draining"))
            : Task.CompletedTask;
        if (afterRecording)
            server.Activities.BeforeAnswer = Fail;
        else
            server.Activities.BeforeRecord = Fail;

        var totals = await SendAsync(server, Activities(200));
        Assert.Equal(3, server.Activities.Streams);
        Assert.Equal(200, server.Activities.Recorded.Count);
        Assert.Equal((200, afterRecording ? 10 : 0), (totals.Sent, totals.Duplicate));
        Assert.True(totals.ResentRequests >= 2);
        Assert.Equal([TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500)], _time.Waits);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_opened_again()
    {
        await using var server = await FakeServer.StartAsync();
        server.Activities.BeforeAnswer = (stream, request, context) =>
        {
            if ((stream, request) == (1, 2))
                context.GetHttpContext().Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(200, (await SendAsync(server, Activities(200))).Sent);
        Assert.Equal(200, server.Activities.Recorded.Count);
    }

    [Fact]
    public async Task A_stream_that_the_server_ends_early_is_opened_again()
    {
        await using var server = await FakeServer.StartAsync();
        server.Activities.EndAfter = stream => stream == 1 ? 2 : 0;
        Assert.Equal(200, (await SendAsync(server, Activities(200))).Sent);
        Assert.Equal(2, server.Activities.Streams);
        Assert.Equal(200, server.Activities.Recorded.Count);
    }

    [Fact]
    public async Task Rejected_activities_are_told_by_their_place_and_their_neighbours_count()
    {
        await using var server = await FakeServer.StartAsync();
        var activities = Activities(30).Select(activity =>
        {
            if (activity.Line % 10 == 7)
                activity.Activity.Member = "";
            return activity;
        });
        var totals = await SendAsync(server, activities);
        Assert.Equal((27, 3), (totals.Accepted, totals.Rejected));
        Assert.Equal(["a.jsonl:7 member", "a.jsonl:17 member", "a.jsonl:27 member"], _rejected);
    }

    [Fact]
    public async Task The_last_day_is_that_of_the_latest_activity_that_was_taken()
    {
        await using var server = await FakeServer.StartAsync();
        var activities = Activities(30).Select(activity =>
        {
            activity.Activity.OccurredAt = new Timestamp { Seconds = 86_400 * activity.Line };
            if (activity.Line > 20) activity.Activity.Member = "";
            return activity;
        });
        Assert.Equal(new DateOnly(1970, 1, 21), (await SendAsync(server, activities)).LastDay);
        Assert.Null((await SendAsync(server, activities.Where(activity => activity.Line > 20))).LastDay);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up()
    {
        await using var server = await FakeServer.StartAsync();
        server.Activities.BeforeRecord = (_, _, _) => throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        var failure = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, Activities(200)));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Equal(_small.FirstTries, server.Activities.Streams);
    }

    [Fact]
    public async Task A_refusal_ends_it_at_once()
    {
        await using var server = await FakeServer.StartAsync();
        server.Activities.BeforeRecord = (_, _, _) => throw new RpcException(new Status(StatusCode.PermissionDenied, "no"));
        var failure = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, Activities(200)));
        Assert.Equal(StatusCode.PermissionDenied, failure.StatusCode);
        Assert.Equal(1, server.Activities.Streams);
    }

    [Fact]
    public async Task When_the_source_fails_what_was_read_before_is_acknowledged()
    {
        await using var server = await FakeServer.StartAsync();
        var sender = NewSender(server, out var connection);
        using (connection)
        {
            var failure = await Assert.ThrowsAsync<CliException>(() => sender.SendAsync(Failing(), this, Cancellation));
            Assert.Equal("line 36", failure.Message);
        }

        Assert.Equal(30, sender.Totals.Accepted);

        static async IAsyncEnumerable<ImportedActivity> Failing()
        {
            await foreach (var activity in Activities(35).WithCancellation(Cancellation))
                yield return activity;
            throw new CliException(ExitCode.Usage, "line 36");
        }
    }

    [Fact]
    public async Task Cancellation_ends_it_with_what_was_acknowledged_counted()
    {
        await using var server = await FakeServer.StartAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        server.Activities.BeforeAnswer = (_, request, _) => request == 3 ? cancellation.CancelAsync() : Task.CompletedTask;
        var sender = NewSender(server, out var connection);
        using (connection)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(Endless(cancellation.Token), this, cancellation.Token));
        Assert.InRange(sender.Totals.Accepted, 0, 30);
        Assert.Empty(_time.Waits);
    }

    void IRejects.AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations) =>
        _rejected.Add($"{activity.Place} {string.Join(",", violations.Select(violation => violation.Field))}");

    void IRejects.AddLine(string source, long line, string error) => Assert.Fail("there are no lines");

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IAsyncEnumerable<ImportedActivity> Activities(int count) => Enumerable.Range(0, count)
        .Select(number => new ImportedActivity(new Activity { Id = Id(number), Member = "ada", Kind = "visit" }, "a.jsonl", number))
        .ToAsyncEnumerable();

    private static async IAsyncEnumerable<ImportedActivity> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await foreach (var activity in Activities(1_000).WithCancellation(cancellationToken))
                yield return activity;
        }
    }

    private ActivitySender NewSender(FakeServer server, out ServerConnection connection, SendOptions? options = null)
    {
        connection = new ServerConnection(server.Url, tenant: null);
        return new ActivitySender(connection.Activities, connection.Headers, options ?? _small, _time);
    }

    private async Task<SendTotals> SendAsync(
        FakeServer server, IAsyncEnumerable<ImportedActivity> activities, SendOptions? options = null)
    {
        var sender = NewSender(server, out var connection, options);
        using (connection)
            await sender.SendAsync(activities, this, Cancellation);
        return sender.Totals;
    }
}
