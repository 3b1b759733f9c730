using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>What may be done with streams, and what may not.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Many_streams_run_at_once_on_one_channel()
    {
        const int Streams = 300;
        await using var server = await TestServer.StartAsync();
        var calls = Enumerable.Range(1, Streams).Select(async number =>
        {
            using var call = server.Client.FullDuplexCall();
            for (var round = 0; round < 5; round++)
            {
                await call.RequestStream.WriteAsync(Ask(number * 10 + round));
                Assert.True(await call.ResponseStream.MoveNext());
                Assert.Equal(number * 10 + round, call.ResponseStream.Current.Payload.Body.Length);
            }

            await call.RequestStream.CompleteAsync();
            Assert.False(await call.ResponseStream.MoveNext());
        });

        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Many_small_messages_keep_their_order()
    {
        const int Messages = 20_000;
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Duplex = async (requests, responses, _) =>
            {
                await foreach (var request in requests.ReadAllAsync())
                    await responses.WriteAsync(new StreamingOutputCallResponse { Payload = request.Payload });
            },
        });
        using var call = server.Client.FullDuplexCall();
        var reading = Task.Run(async () =>
        {
            var number = 0;
            await foreach (var response in call.ResponseStream.ReadAllAsync())
                Assert.Equal(number++, BitConverter.ToInt32(response.Payload.Body.Span));

            return number;
        });
        for (var number = 0; number < Messages; number++)
        {
            var payload = new Payload { Body = ByteString.CopyFrom(BitConverter.GetBytes(number)) };
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = payload });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal(Messages, await reading);
    }

    [Fact]
    public async Task A_message_can_be_large()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers
            {
                Duplex = async (requests, responses, _) =>
                {
                    await foreach (var request in requests.ReadAllAsync())
                        await responses.WriteAsync(new StreamingOutputCallResponse { Payload = request.Payload });
                },
            },
            options => options.MaxReceiveMessageSize = null);
        using var channel = server.CreateChannel(options => options.MaxReceiveMessageSize = null);
        using var call = new TestService.TestServiceClient(channel).FullDuplexCall();
        foreach (var size in new[] { 16_000_000, 1, 5_000_001 })
        {
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Noise(size) });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(Noise(size), call.ResponseStream.Current.Payload);
        }
    }

    [Fact]
    public async Task A_completed_stream_takes_no_more_messages()
    {
        await using var server = await TestServer.StartAsync();
        using var call = server.Client.StreamingInputCall();
        await call.RequestStream.CompleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => call.RequestStream.WriteAsync(new StreamingInputCallRequest()));
    }

    [Fact]
    public async Task A_second_read_at_once_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var call = server.Client.FullDuplexCall();
        var first = call.ResponseStream.MoveNext();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext());
        await call.RequestStream.CompleteAsync();
        Assert.False(await first);
    }

    [Fact]
    public async Task A_second_write_of_the_server_at_once_is_refused()
    {
        var refusal = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Output = async (_, responses, _) =>
            {
                // More than flow control lets go before the client reads.
                var first = responses.WriteAsync(new StreamingOutputCallResponse { Payload = Noise(2_000_000) });
                refusal.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(new StreamingOutputCallResponse())));
                await first;
            },
        });
        using var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest());

        Assert.IsType<InvalidOperationException>(await refusal.Task);
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            Assert.Equal(2_000_000, response.Payload.Body.Length);
    }

    [Fact]
    public async Task A_server_that_ends_early_ends_the_writes_of_the_client()
    {
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Duplex = (_, _, _) => throw new RpcException(new Status(StatusCode.PermissionDenied, "not you")),
        });
        using var call = server.Client.FullDuplexCall();
        await AssertStatusAsync(StatusCode.PermissionDenied, () => call.ResponseStream.MoveNext());

        await AssertStatusAsync(
            StatusCode.PermissionDenied, () => call.RequestStream.WriteAsync(new StreamingOutputCallRequest()));
    }

    [Fact]
    public async Task A_message_that_the_server_has_answered_was_written()
    {
        using var handler = new AnsweringHandler(status: "7");
        using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = handler });
        using var call = new TestService.TestServiceClient(channel).FullDuplexCall();
        var writing = call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros(1) });

        await AssertStatusAsync(StatusCode.PermissionDenied, () => call.ResponseStream.MoveNext());
        handler.Flush();

        await writing;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handler.Sending.WaitAsync(TimeSpan.FromMinutes(2)));
        await AssertStatusAsync(
            StatusCode.PermissionDenied, () => call.RequestStream.WriteAsync(new StreamingOutputCallRequest()));
    }

    [Fact]
    public async Task Headers_come_before_the_first_message()
    {
        var mayAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Output = async (_, _, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "early", "bird" }, { "early-bin", [7, 0] } });
                await mayAnswer.Task;
            },
        });
        using var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest());

        var headers = await call.ResponseHeadersAsync;
        mayAnswer.SetResult();

        Assert.Equal("bird", headers.GetValue("early"));
        Assert.Equal([7, 0], headers.GetValueBytes("early-bin"));
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Metadata_keeps_its_values_and_their_order()
    {
        Metadata? received = null;
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Unary = (_, context) =>
            {
                received = context.RequestHeaders;
                return Task.FromResult(new SimpleResponse());
            },
        });
        var everyByte = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

        await server.Client.UnaryCallAsync(
            new SimpleRequest(),
            new Metadata { { "Some.Key_1", "one, two" }, { "all-bin", everyByte }, { "empty-bin", [] } });

        Assert.Equal("one, two", received!.GetValue("some.key_1"));
        Assert.Equal(everyByte, received.GetValueBytes("ALL-BIN"));
        Assert.Empty(received.GetValueBytes("empty-bin")!);
        Assert.Null(received.Get("content-type"));
        Assert.Null(received.Get("grpc-accept-encoding"));
    }
}
