using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>A side that does not read holds back the side that writes.</summary>
public sealed class FlowControlTests
{
    private const int MessageSize = 64 * 1024;
    private const int Messages = 1024;

    [Fact]
    public async Task A_server_that_does_not_read_stalls_the_client()
    {
        var mayRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Input = async (requests, _) =>
            {
                await mayRead.Task;
                var size = 0;
                await foreach (var request in requests.ReadAllAsync())
                    size += request.Payload.Body.Length;

                return new StreamingInputCallResponse { AggregatedPayloadSize = size };
            },
        });
        using var call = server.Client.StreamingInputCall();
        var message = new StreamingInputCallRequest { Payload = Noise(MessageSize) };
        var writes = new ManyWrites(Messages, () => call.RequestStream.WriteAsync(message));

        await writes.StallAsync();
        mayRead.SetResult();
        await writes.Ended;
        await call.RequestStream.CompleteAsync();

        Assert.Equal(Messages * MessageSize, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task A_client_that_does_not_read_stalls_the_server()
    {
        var stall = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Output = async (_, responses, _) =>
            {
                var message = new StreamingOutputCallResponse { Payload = Noise(MessageSize) };
                var writes = new ManyWrites(Messages, () => responses.WriteAsync(message));
                await TellAsync(stall, writes.StallAsync());
                await writes.Ended;
            },
        });
        using var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest());

        await stall.Task;
        var received = 0;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            received++;

        Assert.Equal(Messages, received);
    }

    [Fact]
    public async Task A_stalled_write_of_the_server_ends_with_the_call()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stall = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Output = async (_, responses, _) =>
            {
                var message = new StreamingOutputCallResponse { Payload = Noise(MessageSize) };
                var writes = new ManyWrites(Messages, () => responses.WriteAsync(message));
                await TellAsync(stall, writes.StallAsync());
                await TellAsync(ended, Assert.ThrowsAnyAsync<Exception>(() => writes.Ended));
            },
        });
        using (var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest()))
            await stall.Task;

        await ended.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_stalled_write_of_the_client_ends_with_the_call()
    {
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Input = async (_, context) =>
            {
                var cancelled = new TaskCompletionSource();
                await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
                await cancelled.Task;
                return new StreamingInputCallResponse();
            },
        });
        using var cancellation = new CancellationTokenSource();
        using var call = server.Client.StreamingInputCall(cancellationToken: cancellation.Token);
        var message = new StreamingInputCallRequest { Payload = Noise(MessageSize) };
        var writes = new ManyWrites(Messages, () => call.RequestStream.WriteAsync(message));
        await writes.StallAsync();

        await cancellation.CancelAsync();

        await AssertStatusAsync(StatusCode.Cancelled, () => writes.Ended);
        await AssertStatusAsync(StatusCode.Cancelled, () => call.ResponseAsync);
    }

    [Fact]
    public async Task A_stalled_write_of_the_client_ends_with_the_answer_of_the_server()
    {
        var mayAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Input = async (_, _) =>
            {
                await mayAnswer.Task;
                throw new RpcException(new Status(StatusCode.PermissionDenied, "not you"));
            },
        });
        using var call = server.Client.StreamingInputCall();
        var message = new StreamingInputCallRequest { Payload = Noise(MessageSize) };
        var writes = new ManyWrites(Messages, () => call.RequestStream.WriteAsync(message));
        await writes.StallAsync();

        mayAnswer.SetResult();

        await AssertStatusAsync(StatusCode.PermissionDenied, () => writes.Ended);
        await AssertStatusAsync(StatusCode.PermissionDenied, () => call.ResponseAsync);
    }

    /// <summary>Gives what became of <paramref name="task"/> to a test that waits for <paramref name="listener"/>.</summary>
    private static async Task TellAsync(TaskCompletionSource listener, Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.SetFromTask(task);
        await task;
    }
}
