using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>A side that does not read holds back the side that writes.</summary>
public sealed class FlowControlTests
{
    private const int MessageSize = 64 * 1024;
    private const int Messages = 1024;

    // A write that takes this long waits for flow control, or the machine is so busy that nobody can tell.
    private static readonly TimeSpan _stall = TimeSpan.FromSeconds(1);

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

        var (stalled, sent) = await WriteUntilStalledAsync(() => call.RequestStream.WriteAsync(message));

        Assert.True(sent < Messages, $"All {Messages} messages went out although nobody read them.");
        mayRead.SetResult();
        await stalled;
        await call.RequestStream.CompleteAsync();
        Assert.Equal((sent + 1) * MessageSize, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task A_client_that_does_not_read_stalls_the_server()
    {
        var outcome = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(new Handlers
        {
            Output = async (_, responses, _) =>
            {
                var message = new StreamingOutputCallResponse { Payload = Noise(MessageSize) };
                var (stalled, sent) = await WriteUntilStalledAsync(() => responses.WriteAsync(message));
                outcome.SetResult(sent);
                await stalled;
            },
        });
        using var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest());

        var sent = await outcome.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(sent < Messages, $"All {Messages} messages went out although nobody read them.");
        var received = 0;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            received++;

        Assert.Equal(sent + 1, received);
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
                var (stalled, _) = await WriteUntilStalledAsync(() => responses.WriteAsync(message));
                stall.SetResult();
                await Assert.ThrowsAnyAsync<Exception>(() => stalled);
                ended.SetResult();
            },
        });
        using (var call = server.Client.StreamingOutputCall(new StreamingOutputCallRequest()))
            await stall.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
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
        var (stalled, _) = await WriteUntilStalledAsync(() => call.RequestStream.WriteAsync(message));

        await cancellation.CancelAsync();

        await AssertStatusAsync(StatusCode.Cancelled, () => stalled);
        await AssertStatusAsync(StatusCode.Cancelled, () => call.ResponseAsync);
    }

    /// <summary>Gives the first write that does not complete, and how many did.</summary>
    private static async Task<(Task Stalled, int Sent)> WriteUntilStalledAsync(Func<Task> write)
    {
        for (var sent = 0; sent < Messages; sent++)
        {
            var pending = write();
            try
            {
                await pending.WaitAsync(_stall);
            }
            catch (TimeoutException)
            {
                return (pending, sent);
            }
        }

        return (Task.CompletedTask, Messages);
    }
}
