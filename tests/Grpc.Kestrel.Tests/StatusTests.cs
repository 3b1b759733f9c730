using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;
using Status = Grpc.Core.Status;

namespace Grpc.Kestrel.Tests;

/// <summary>How a call that fails looks to its client.</summary>
public sealed class StatusTests
{
    private const string Secret = "password=hunter2";

    [Fact]
    public async Task An_unexpected_exception_does_not_leak_its_text()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers { Unary = (_, _) => throw new InvalidOperationException(Secret) });

        var exception = await AssertStatusAsync(StatusCode.Unknown, server.Client.UnaryCallAsync(new SimpleRequest()));

        Assert.DoesNotContain(Secret, exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_exception_shows_its_text_when_details_are_enabled()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers { Unary = (_, _) => throw new InvalidOperationException(Secret) },
            options => options.EnableDetailedErrors = true);

        var exception = await AssertStatusAsync(StatusCode.Unknown, server.Client.UnaryCallAsync(new SimpleRequest()));

        Assert.Contains(Secret, exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_thrown_by_the_handler_arrives_with_its_trailers()
    {
        var trailers = new Metadata { { "reason", "because" }, { "reason-bin", [0, 1, 255] } };
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Unary = (_, context) =>
            {
                context.ResponseTrailers.Add("also", "this");
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "not yet"), trailers);
            },
        });

        using var call = server.Client.UnaryCallAsync(new SimpleRequest());
        var exception = await AssertStatusAsync(StatusCode.FailedPrecondition, () => call.ResponseAsync);

        Assert.Equal("not yet", exception.Status.Detail);
        Assert.Equal("because", exception.Trailers.GetValue("reason"));
        Assert.Equal([0, 1, 255], exception.Trailers.GetValueBytes("reason-bin"));
        Assert.Equal("this", call.GetTrailers().GetValue("also"));
        Assert.Equal(StatusCode.FailedPrecondition, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_status_after_messages_arrives_behind_them()
    {
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Output = async (_, responses, _) =>
            {
                await responses.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(3) });
                throw new RpcException(new Status(StatusCode.DataLoss, "the rest is gone"));
            },
        });

        using var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest());

        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(Zeros(3), call.ResponseStream.Current.Payload);
        var exception = await AssertStatusAsync(StatusCode.DataLoss, () => call.ResponseStream.MoveNext());
        Assert.Equal("the rest is gone", exception.Status.Detail);
        Assert.Equal(StatusCode.DataLoss, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_status_set_on_the_context_is_the_status()
    {
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Unary = (_, context) =>
            {
                context.Status = new Status(StatusCode.Aborted, "set");
                return Task.FromResult(new SimpleResponse());
            },
        });

        var exception = await AssertStatusAsync(StatusCode.Aborted, server.Client.UnaryCallAsync(new SimpleRequest()));

        Assert.Equal("set", exception.Status.Detail);
    }

    [Fact]
    public async Task Rich_details_arrive()
    {
        var rich = new Google.Rpc.Status
        {
            Code = (int)StatusCode.InvalidArgument,
            Message = "bad activity",
            Details =
            {
                Any.Pack(new BadRequest
                {
                    FieldViolations = { new BadRequest.Types.FieldViolation { Field = "time", Description = "in the future" } },
                }),
                Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) }),
            },
        };
        await using var server = await TestServer.StartAsync(new Handlers { Unary = (_, _) => throw rich.ToRpcException() });

        var exception = await AssertStatusAsync(
            StatusCode.InvalidArgument, server.Client.UnaryCallAsync(new SimpleRequest()));

        Assert.Equal("bad activity", exception.Status.Detail);
        Assert.Equal(rich, exception.GetRpcStatus());
        var violations = exception.GetRpcStatus()!.Details.First(any => any.Is(BadRequest.Descriptor)).Unpack<BadRequest>();
        Assert.Equal("time", violations.FieldViolations.Single().Field);
    }

    [Fact]
    public async Task A_status_without_details_has_no_rich_status()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers { Unary = (_, _) => throw new RpcException(new Status(StatusCode.NotFound, "")) });

        var exception = await AssertStatusAsync(StatusCode.NotFound, server.Client.UnaryCallAsync(new SimpleRequest()));

        Assert.Null(exception.GetRpcStatus());
    }

    [Fact]
    public async Task An_unreachable_server_is_unavailable()
    {
        var server = await TestServer.StartAsync();
        await server.StopAsync(default);
        using var channel = server.CreateChannel();
        await server.DisposeAsync();

        await AssertStatusAsync(
            StatusCode.Unavailable, new TestService.TestServiceClient(channel).EmptyCallAsync(new Testing.Empty()));
    }

    [Fact]
    public async Task An_http_error_becomes_a_status()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var (http, expected) in new[]
        {
            (System.Net.HttpStatusCode.Unauthorized, StatusCode.Unauthenticated),
            (System.Net.HttpStatusCode.Forbidden, StatusCode.PermissionDenied),
            (System.Net.HttpStatusCode.NotFound, StatusCode.Unimplemented),
            (System.Net.HttpStatusCode.ServiceUnavailable, StatusCode.Unavailable),
        })
        {
            using var channel = server.CreateChannel(options => options.HttpHandler = new FixedStatusHandler(http));
            await AssertStatusAsync(
                expected, new TestService.TestServiceClient(channel).EmptyCallAsync(new Testing.Empty()));
        }
    }

    [Fact]
    public async Task A_handler_without_a_response_is_an_error()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers { Unary = (_, _) => Task.FromResult<SimpleResponse>(null!) });

        await AssertStatusAsync(StatusCode.Cancelled, server.Client.UnaryCallAsync(new SimpleRequest()));
    }

    [Fact]
    public async Task The_status_of_a_running_call_cannot_be_read()
    {
        await using var server = await TestServer.StartAsync();
        using var call = server.Client.FullDuplexCall();

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
    }

    private sealed class FixedStatusHandler(System.Net.HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Version = request.Version });
    }
}
