using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>Calls that end before their time.</summary>
public sealed class CancellationTests : IAsyncLifetime
{
    // Time enough for a call to reach the server on a busy machine; a server sees nothing of a call that does not.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);

    private readonly Handlers _handlers = new();
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(_handlers);
        _handlers.Unary = async (_, context) =>
        {
            _server.Events.Signal("started");
            await UntilCancelledAsync(context);
            return new SimpleResponse();
        };
        _handlers.Duplex = async (requests, responses, context) =>
        {
            await responses.WriteAsync(new StreamingOutputCallResponse());
            await UntilCancelledAsync(context);
        };
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Cancelling_a_unary_call_reaches_the_server()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _server.Client.UnaryCallAsync(new SimpleRequest(), cancellationToken: cancellation.Token);
        await _server.Events.WaitAsync("started");
        await cancellation.CancelAsync();

        await AssertStatusAsync(StatusCode.Cancelled, () => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        await _server.Events.WaitAsync("cancelled");
    }

    [Fact]
    public async Task Disposing_a_call_reaches_the_server()
    {
        using (var call = _server.Client.FullDuplexCall())
            Assert.True(await call.ResponseStream.MoveNext());

        await _server.Events.WaitAsync("cancelled");
    }

    [Fact]
    public async Task Disposing_the_channel_ends_its_calls()
    {
        using var channel = _server.CreateChannel();
        using var call = new TestService.TestServiceClient(channel).UnaryCallAsync(new SimpleRequest());
        await _server.Events.WaitAsync("started");
        channel.Dispose();

        await AssertStatusAsync(StatusCode.Cancelled, () => call.ResponseAsync);
        await _server.Events.WaitAsync("cancelled");
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await new TestService.TestServiceClient(channel).UnaryCallAsync(new SimpleRequest()));
    }

    [Fact]
    public async Task Cancelling_a_read_ends_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _server.Client.FullDuplexCall();
        Assert.True(await call.ResponseStream.MoveNext());
        var read = call.ResponseStream.MoveNext(cancellation.Token);
        await cancellation.CancelAsync();

        await AssertStatusAsync(StatusCode.Cancelled, () => read);
        await _server.Events.WaitAsync("cancelled");
    }

    [Fact]
    public async Task A_cancelled_token_stops_a_call_before_it_begins() => await AssertStatusAsync(
        StatusCode.Cancelled,
        _server.Client.UnaryCallAsync(new SimpleRequest(), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_deadline_ends_a_unary_call_on_both_sides()
    {
        using var call = _server.Client.UnaryCallAsync(new SimpleRequest(), deadline: In(_soon));

        await AssertStatusAsync(StatusCode.DeadlineExceeded, () => call.ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, call.GetStatus().StatusCode);
        await _server.Events.WaitAsync("cancelled");
    }

    [Fact]
    public async Task A_deadline_ends_a_stream_on_both_sides()
    {
        using var call = _server.Client.FullDuplexCall(deadline: In(_soon));
        Assert.True(await call.ResponseStream.MoveNext());

        await AssertStatusAsync(StatusCode.DeadlineExceeded, () => call.ResponseStream.MoveNext());
        await _server.Events.WaitAsync("cancelled");
    }

    [Fact]
    public async Task A_deadline_in_the_past_stops_a_call_before_it_begins() => await AssertStatusAsync(
        StatusCode.DeadlineExceeded,
        _server.Client.UnaryCallAsync(new SimpleRequest(), deadline: In(TimeSpan.FromSeconds(-1))));

    [Fact]
    public async Task A_deadline_that_is_kept_does_no_harm()
    {
        _handlers.Unary = (_, context) =>
        {
            Assert.InRange(context.Deadline, In(TimeSpan.Zero), In(TimeSpan.FromMinutes(61)));
            return Task.FromResult(new SimpleResponse());
        };

        await _server.Client.UnaryCallAsync(new SimpleRequest(), deadline: In(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_deadline_must_be_in_utc() => Assert.Throws<InvalidOperationException>(
        () => _server.Client.UnaryCallAsync(new SimpleRequest(), deadline: new DateTime(2030, 1, 1)));

    [Fact]
    public async Task A_channel_can_throw_operation_cancelled_instead()
    {
        using var channel = _server.CreateChannel(options => options.ThrowOperationCanceledOnCancellation = true);
        using var cancellation = new CancellationTokenSource();
        using var call = new TestService.TestServiceClient(channel).UnaryCallAsync(
            new SimpleRequest(), cancellationToken: cancellation.Token);
        await _server.Events.WaitAsync("started");
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.ResponseAsync);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_of_a_message_is_noticed()
    {
        _handlers.Input = async (requests, context) =>
        {
            _server.Events.Signal("started");
            await Assert.ThrowsAnyAsync<Exception>(() => requests.MoveNext());
            await UntilCancelledAsync(context);
            return new StreamingInputCallResponse();
        };
        using (var raw = new RawCall(_server.Address))
        {
            var hangingUp = raw.SendAsync(RawCall.InputCall, new HalfContent());
            await _server.Events.WaitAsync("started");
            raw.Dispose();
            await Assert.ThrowsAnyAsync<Exception>(() => hangingUp);
        }

        await _server.Events.WaitAsync("cancelled");
    }

    private static DateTime In(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    private async Task UntilCancelledAsync(ServerCallContext context)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
        await cancelled.Task;
        _server.Events.Signal("cancelled");
    }

    /// <summary>Half a message, and then nothing until the request is given up.</summary>
    private sealed class HalfContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new NotSupportedException();

        protected override async Task SerializeToStreamAsync(
            Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(RawCall.Frame([1, 2, 3], length: 100), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
