using Grpc.Core;
using SocialLeads.Server.Tests.Hostile;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>The process through the ways a process ends and fails to start.</summary>
public sealed class ServerProcessTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Killed_in_the_middle_and_sent_again_gives_the_bits_of_an_undisturbed_server()
    {
        var all = Community();
        var random = new Random(20260310);
        var acknowledged = new HashSet<string>();
        foreach (var (answersBefore, kill) in new[] { (3, true), (25, true), (10, false), (40, true) })
        {
            Task? stopped = null;
            await using var server = await ServerProcess.StartAsync(_data);
            await AssertDuplicates(server, all.Where(activity => acknowledged.Contains(activity.Id)));
            var again = all.Where(activity => !acknowledged.Contains(activity.Id) || random.Next(10) == 0).ToArray();
            random.Shuffle(again);
            await Sending.StreamAsync(server, again, acknowledged, answers =>
            {
                // A server that is told to stop saves its states; the next ones must go on from there.
                if (answers == answersBefore && kill) server.Kill();
                else if (answers == answersBefore) stopped = server.TerminateAsync();
                return answers < answersBefore;
            });
            if (stopped is not null) await stopped;
            Assert.InRange(acknowledged.Count, 1, all.Count - 1);
        }

        await using var last = await ServerProcess.StartAsync(_data);
        var rest = all.ToArray();
        random.Shuffle(rest);
        await AssertDuplicates(last, all.Where(activity => acknowledged.Contains(activity.Id)));
        Assert.Equal(StatusCode.OK, await Sending.StreamAsync(last, rest, acknowledged, _ => true));
        Assert.Equal(all.Count, acknowledged.Count);

        await using var undisturbed = await TestServer.StartAsync();
        random.Shuffle(rest);
        foreach (var batch in rest.Chunk(777))
            await undisturbed.Activities.RecordActivitiesAsync(Sample.Batch(batch), cancellationToken: Cancel);
        Assert.Equal(await ReadAll(undisturbed.Leads), await ReadAll(last.Leads));
    }

    [Fact]
    public async Task Told_to_stop_it_ends_streams_keeps_what_it_acknowledged_and_exits_with_0()
    {
        var all = Community();
        var acknowledged = new HashSet<string>();
        await using (var server = await ServerProcess.StartAsync(_data))
        {
            var exit = new TaskCompletionSource<Task<int>>();
            var ended = await Sending.StreamAsync(server, all, acknowledged, answers =>
            {
                if (answers == 5) exit.SetResult(server.TerminateAsync());
                return answers < 5;
            });
            Assert.Equal(0, await await exit.Task);
            Assert.Equal(StatusCode.Unavailable, ended);
        }

        Assert.InRange(acknowledged.Count, 1, all.Count - 1);
        await using var again = await ServerProcess.StartAsync(_data);
        await AssertDuplicates(again, all.Where(activity => acknowledged.Contains(activity.Id)));
    }

    [Fact]
    public async Task Told_to_stop_it_does_not_wait_for_a_sender_that_never_reads()
    {
        await using (var server = await ServerProcess.StartAsync(_data))
        {
            var others = 0;
            async Task Other() => await server.Activities.RecordActivitiesAsync(
                Sample.Batch(Sample.Post($"{others++}", "other")), cancellationToken: Cancel);
            using var call = server.Activities.StreamActivities(cancellationToken: Cancel);
            await SilentSender.FillAsync(call.RequestStream, "silent", Other);
            await UntilRecorded(server, "silent");

            // The host alone would wait an hour for the call to end.
            Assert.Equal(0, await server.TerminateAsync().WaitAsync(TimeSpan.FromMinutes(5), Cancel));
        }

        await using var again = await ServerProcess.StartAsync(_data);
        await AssertDuplicates(again, [Sample.Post("0", "silent"), Sample.Post("0", "other")]);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused()
    {
        await using var first = await ServerProcess.StartAsync(_data);

        var (exitCode, error) = await ServerProcess.RunAsync("--data", _data, "--grpc", "0", "--http", "0");

        Assert.Equal(1, exitCode);
        Assert.Equal($"socialleads-server: The store in '{_data}' is in use by another process. One process at a time can open it.", error.Trim());
        var recorded = await first.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann")), cancellationToken: Cancel);
        Assert.Equal(Disposition.Accepted, recorded.Results.Single().Disposition);
    }

    [Theory]
    [InlineData("--grpc", "nonsense", "grpc: 'nonsense' is not an address and port such as 127.0.0.1:5080.")]
    [InlineData("--http", "127.0.0.1:99999", "http: '127.0.0.1:99999' is not an address and port such as 127.0.0.1:5081.")]
    [InlineData("--data", " ", "data: name the folder of the store.")]
    [InlineData("--cluster", "live", "cluster is 'live', but there is no PostgreSQL connection string; the embedded store serves one node.")]
    [InlineData("--no-such-option", "1", "'--no-such-option'")]
    public async Task An_option_that_makes_no_sense_is_named(string option, string value, string message)
    {
        var (exitCode, error) = await ServerProcess.RunAsync(option, value);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var first = await TestServer.StartAsync();

        var (exitCode, error) = await ServerProcess.RunAsync("--data", _data, "--grpc", first.GrpcAddress.Authority, "--http", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains(first.GrpcAddress.Authority, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    /// <summary>3,000 activities of several kinds by 60 members on 50 days.</summary>
    private static List<Activity> Community() => [.. Enumerable.Range(0, 3000).Select(i =>
    {
        var activity = Sample.Post($"a{i}", $"m{i * 7 % 60:00}", daysBefore: i % 50);
        activity.Kind = (i % 4) switch { 0 => "post", 1 => "page_view", 2 => "visit", _ => "connection" };
        if (i % 4 == 3) (activity.Peer, activity.PeerRole) = ($"p{i % 11}", "employee/product-management");
        return activity;
    })];

    private static async Task AssertDuplicates(ServerProcess server, IEnumerable<Activity> acknowledged)
    {
        var activities = acknowledged.ToList();
        if (activities.Count == 0) return;
        var recorded = await server.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel);
        Assert.All(recorded.Results, result => Assert.Equal(Disposition.Duplicate, result.Disposition));
    }

    /// <summary>Asks for the member's score until there is one.</summary>
    private static async Task UntilRecorded(ServerProcess server, string member)
    {
        var score = new GetScoreRequest { Member = member, AsOf = Sample.Day };
        while (true)
        {
            try
            {
                await server.Leads.GetScoreAsync(score, cancellationToken: Cancel);
                return;
            }
            catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
            {
                // Not yet; a test that never gets there is cancelled.
            }
        }
    }

    private static async Task<IReadOnlyList<Lead>> ReadAll(LeadService.LeadServiceClient leads)
    {
        var list = await leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day, View = LeadView.Full, PageSize = 1000 }, cancellationToken: Cancel);
        Assert.Equal(60, list.Leads.Count);
        return list.Leads;
    }
}
