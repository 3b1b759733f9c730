using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>The interoperability cases with this client.</summary>
public abstract class InteropCases : IAsyncLifetime
{
    private static readonly Metadata _gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    private GrpcChannel _channel = null!;
    private TestService.TestServiceClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _channel = GrpcChannel.ForAddress(await StartServerAsync());
        _client = new TestService.TestServiceClient(_channel);
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await StopServerAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a server and gives its address.</summary>
    protected abstract Task<string> StartServerAsync();

    protected abstract ValueTask StopServerAsync();

    /// <summary>Waits until the server has told of <paramref name="happening"/>.</summary>
    protected abstract Task SeenAsync(string happening);

    [Fact]
    public async Task Empty_unary() => Assert.Equal(new Empty(), await _client.EmptyCallAsync(new Empty()));

    [Fact]
    public async Task Large_unary() => AssertLarge(await _client.UnaryCallAsync(LargeRequest()));

    [Fact]
    public async Task Client_streaming()
    {
        using var call = _client.StreamingInputCall();
        foreach (var size in new[] { 27182, 8, 1828, 45904 })
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(size) });

        await call.RequestStream.CompleteAsync();

        Assert.Equal(74922, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task Server_streaming()
    {
        using var call = _client.StreamingOutputCall(Ask(31415, 9, 2653, 58979));

        Assert.Equal([31415, 9, 2653, 58979], await ReadSizesAsync(call.ResponseStream));
    }

    [Fact]
    public async Task Ping_pong()
    {
        using var call = _client.FullDuplexCall();
        foreach (var (request, response) in new[] { (27182, 31415), (8, 9), (1828, 2653), (45904, 58979) })
        {
            var message = Ask(response);
            message.Payload = Zeros(request);
            await call.RequestStream.WriteAsync(message);
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(response, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Empty_stream()
    {
        using var call = _client.FullDuplexCall();
        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Timeout_on_sleeping_server()
    {
        // The server sees only what reaches it before the deadline, so there is a connection and time enough for that.
        await _client.EmptyCallAsync(new Empty());
        using var call = _client.FullDuplexCall(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
        var request = Ask(31415);
        request.ResponseParameters[0].IntervalUs = 600_000_000;
        await call.RequestStream.WriteAsync(request);

        await AssertStatusAsync(StatusCode.DeadlineExceeded, () => call.ResponseStream.MoveNext());
        await SeenAsync("duplex-cancelled");
    }

    [Fact]
    public async Task Cancel_after_begin_and_the_server_sees_it()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.StreamingInputCall(cancellationToken: cancellation.Token);
        await SeenAsync("input-started");
        await cancellation.CancelAsync();

        await AssertStatusAsync(StatusCode.Cancelled, () => call.ResponseAsync);
        await SeenAsync("input-cancelled");
    }

    [Fact]
    public async Task Cancel_after_first_response_and_the_server_sees_it()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.FullDuplexCall(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(Ask(31415));
        Assert.True(await call.ResponseStream.MoveNext());
        await cancellation.CancelAsync();

        await AssertStatusAsync(StatusCode.Cancelled, () => call.ResponseStream.MoveNext());
        await SeenAsync("duplex-cancelled");
    }

    [Fact]
    public async Task Custom_metadata()
    {
        byte[] trailing = [0xab, 0xab, 0xab];
        var metadata = new Metadata
        {
            { InteropService.InitialKey, "test_initial_metadata_value" },
            { InteropService.TrailingKey, trailing },
        };
        using var unary = _client.UnaryCallAsync(LargeRequest(), metadata);
        AssertLarge(await unary);
        Assert.Equal("test_initial_metadata_value", (await unary.ResponseHeadersAsync).GetValue(InteropService.InitialKey));
        Assert.Equal(trailing, unary.GetTrailers().GetValueBytes(InteropService.TrailingKey));

        using var duplex = _client.FullDuplexCall(metadata);
        await duplex.RequestStream.WriteAsync(Ask(314159));
        await duplex.RequestStream.CompleteAsync();
        Assert.Equal([314159], await ReadSizesAsync(duplex.ResponseStream));
        Assert.Equal("test_initial_metadata_value", (await duplex.ResponseHeadersAsync).GetValue(InteropService.InitialKey));
        Assert.Equal(trailing, duplex.GetTrailers().GetValueBytes(InteropService.TrailingKey));
    }

    [Theory]
    [InlineData("test status message")]
    [InlineData("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP \U0001F608\t\n")]
    public async Task Status_code_and_message(string text)
    {
        var status = new EchoStatus { Code = 2, Message = text };
        var unary = await AssertStatusAsync(
            StatusCode.Unknown, _client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }));
        Assert.Equal(text, unary.Status.Detail);

        using var call = _client.FullDuplexCall();
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status });
        await call.RequestStream.CompleteAsync();
        var duplex = await AssertStatusAsync(StatusCode.Unknown, () => call.ResponseStream.MoveNext());
        Assert.Equal(text, duplex.Status.Detail);
    }

    [Fact]
    public Task Unimplemented_method() => AssertStatusAsync(
        StatusCode.Unimplemented, _client.UnimplementedCallAsync(new Empty()));

    [Fact]
    public Task Unimplemented_service() => AssertStatusAsync(
        StatusCode.Unimplemented,
        new UnimplementedService.UnimplementedServiceClient(_channel).UnimplementedCallAsync(new Empty()));

    // Not every server shows whether a request came compressed; that it understands it is what can be seen here.
    [Fact]
    public async Task Client_compressed_unary() => AssertLarge(await _client.UnaryCallAsync(LargeRequest(), _gzip));

    [Fact]
    public async Task Client_compressed_streaming()
    {
        using var call = _client.StreamingInputCall(_gzip);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(27182) });
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(45904) });
        await call.RequestStream.CompleteAsync();

        Assert.Equal(73086, (await call).AggregatedPayloadSize);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Server_compressed_unary(bool compressed)
    {
        var request = LargeRequest();
        request.ResponseCompressed = new BoolValue { Value = compressed };

        AssertLarge(await _client.UnaryCallAsync(request));
    }

    [Fact]
    public async Task Server_compressed_streaming()
    {
        var request = Ask(31415, 92653);
        request.ResponseParameters[0].Compressed = new BoolValue { Value = true };
        request.ResponseParameters[1].Compressed = new BoolValue { Value = false };
        using var call = _client.StreamingOutputCall(request);

        Assert.Equal([31415, 92653], await ReadSizesAsync(call.ResponseStream));
    }

    private static async Task<List<int>> ReadSizesAsync(IAsyncStreamReader<StreamingOutputCallResponse> responses)
    {
        var sizes = new List<int>();
        await foreach (var response in responses.ReadAllAsync())
            sizes.Add(response.Payload.Body.Length);

        return sizes;
    }

    private static void AssertLarge(SimpleResponse response) => Assert.Equal(Zeros(314159), response.Payload);

    private static SimpleRequest LargeRequest() => new() { ResponseSize = 314159, Payload = Zeros(271828) };
}
