using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SocialLeads.Cli.Tests.Fakes;
using Status = Grpc.Core.Status;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class FailureTests
{
    private static string Refused => new SocketException((int)SocketError.ConnectionRefused).Message;

    [Fact]
    public async Task A_refusal_names_every_field()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Failure = Refusal(
            "the request is not valid", ("as_of", "must not be after tomorrow"), ("model", "must have at most 64 bytes"));
        var run = await CliRun.AgainstAsync(server, "top");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            $"""
            socialleads: {server.Url} refused (InvalidArgument): the request is not valid
              as_of: must not be after tomorrow
              model: must have at most 64 bytes

            """,
            run.Error);
    }

    [Theory]
    [InlineData("model: must have at most 64 bytes")]
    [InlineData("must have at most 64 bytes")]
    public async Task One_wrong_field_is_told_once(string message)
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Failure = Refusal(message, ("model", "must have at most 64 bytes"));
        var run = await CliRun.AgainstAsync(server, "top");
        Assert.Equal($"socialleads: {server.Url} refused (InvalidArgument): model: must have at most 64 bytes\n", run.Error);
    }

    [Fact]
    public async Task A_field_that_the_sentence_leaves_out_is_told_with_it()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Failure = Refusal("document: one mistake", ("document.signals[3].cap", "must be positive"));
        var run = await CliRun.AgainstAsync(server, "top");
        Assert.EndsWith("document: one mistake\n  document.signals[3].cap: must be positive\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_wrong_fields_that_the_sentence_joins_are_told_as_a_list_alone()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Failure = Refusal(
            "outcome.id: is empty; outcome.amount: is negative", ("outcome.id", "is empty"), ("outcome.amount", "is negative"));
        var run = await CliRun.AgainstAsync(server, "outcomes", "record", "ada", "--outcome", "won");
        Assert.Equal(
            $"""
            socialleads: {server.Url} refused (InvalidArgument): 2 fields are wrong
              outcome.id: is empty
              outcome.amount: is negative

            """,
            run.Error);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_exit_code_3()
    {
        using var closed = ClosedPort(out var url);
        var run = await CliRun.AgainstAsync(null, "top", "--server", url);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"socialleads: cannot reach {url}: {Refused}\n", run.Error);
    }

    [Fact]
    public async Task An_import_gives_a_server_that_is_not_there_up()
    {
        using var closed = ClosedPort(out var url);
        using var dump = new SmallDump();
        var run = await CliRun.AgainstAsync(null, "import", "stackexchange", dump.Path, "--server", url);
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        var lines = run.Error.Split('\n');
        Assert.Equal($"the server cannot be reached ({Refused}); trying again in 0.25 s", lines[0]);
        Assert.Equal($"the server cannot be reached ({Refused}); trying again in 0.5 s", lines[1]);
        Assert.Equal([$"socialleads: cannot reach {url}: {Refused}", ""], lines[^2..]);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_told_in_a_line()
    {
        await using var server = await FakeServer.StartAsync();
        server.Activities.BeforeAnswer = (stream, _, context) =>
        {
            if (stream == 1)
                context.GetHttpContext().Abort();
            return Task.CompletedTask;
        };
        using var dump = new SmallDump();
        var run = await CliRun.AgainstAsync(server, "import", "stackexchange", dump.Path);
        Assert.Equal(0, run.ExitCode);
        var note = Assert.Single(run.Error.Split('\n'), line => line.Contains("trying again", StringComparison.Ordinal));
        Assert.StartsWith("the server cannot be reached (", note, StringComparison.Ordinal);
        Assert.EndsWith("); trying again in 0.25 s", note, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", note, StringComparison.Ordinal);
        Assert.DoesNotContain("Status(", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_is_exit_code_130()
    {
        await using var server = await FakeServer.StartAsync();
        using var interruption = new CancellationTokenSource();
        server.Activities.BeforeAnswer = (_, _, _) => interruption.CancelAsync();
        using var dump = new SmallDump();
        var run = await new CliRunner { Server = server, CancellationToken = interruption.Token }.RunAsync("import", "stackexchange", dump.Path);
        Assert.Equal((130, "socialleads: interrupted\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData(StatusCode.PermissionDenied, 1)]
    [InlineData(StatusCode.Unimplemented, 1)]
    [InlineData(StatusCode.Internal, 1)]
    [InlineData(StatusCode.Unavailable, 3)]
    [InlineData(StatusCode.DeadlineExceeded, 3)]
    [InlineData(StatusCode.NotFound, 4)]
    public async Task Each_status_has_its_exit_code(StatusCode status, int exitCode)
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Failure = new RpcException(new Status(status, "because"));
        var run = await CliRun.AgainstAsync(server, "top");
        Assert.Equal(exitCode, run.ExitCode);
        Assert.EndsWith("because\n", run.Error, StringComparison.Ordinal);
    }

    private static RpcException Refusal(string message, params (string Field, string Description)[] violations)
    {
        var request = new BadRequest();
        request.FieldViolations.AddRange(violations.Select(
            one => new BadRequest.Types.FieldViolation { Field = one.Field, Description = one.Description }));
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = message };
        status.Details.Add(Any.Pack(new DebugInfo { Detail = "INVALID" }));
        status.Details.Add(Any.Pack(request));
        return status.ToRpcException();
    }

    /// <summary>A port that nobody listens on; while the socket lives nobody else can.</summary>
    private static Socket ClosedPort(out string url)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        url = $"http://{socket.LocalEndPoint}";
        return socket;
    }
}
