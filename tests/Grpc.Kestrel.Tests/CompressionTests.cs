using System.Net;
using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>gzip, asked for by either side.</summary>
public sealed class CompressionTests
{
    private static readonly Metadata _gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    [Fact]
    public async Task The_client_compresses_the_calls_it_says()
    {
        await using var server = await TestServer.StartAsync();
        var expectsCompressed = new SimpleRequest
        {
            Payload = Zeros(271828),
            ResponseSize = 314159,
            ExpectCompressed = new BoolValue { Value = true },
        };

        await AssertStatusAsync(StatusCode.InvalidArgument, server.Client.UnaryCallAsync(expectsCompressed));
        Assert.Equal(Zeros(314159), (await server.Client.UnaryCallAsync(expectsCompressed, _gzip)).Payload);
    }

    [Fact]
    public async Task A_message_of_a_compressed_stream_may_be_plain()
    {
        var flags = new List<byte>();
        await using var server = await TestServer.StartAsync();
        using var channel = server.CreateChannel(options => options.HttpHandler = new FlagRecorder(flags));
        using var call = new TestService.TestServiceClient(channel).StreamingInputCall(_gzip);

        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(1000) });
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(1000) });
        await call.RequestStream.CompleteAsync();

        Assert.Equal(2000, (await call).AggregatedPayloadSize);
        Assert.Equal([1, 0], flags);
    }

    [Fact]
    public async Task Every_response_is_compressed_when_the_options_say_so()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers { Unary = (_, _) => Task.FromResult(new SimpleResponse { Payload = Zeros(100_000) }) },
            options => options.ResponseCompressionAlgorithm = "gzip");
        using var raw = new RawCall(server.Address);

        var accepting = await raw.SendAsync(RawCall.UnaryCall, RawCall.Frame([]), ("grpc-accept-encoding", "identity, gzip"));
        var refusing = await raw.SendAsync(RawCall.UnaryCall, RawCall.Frame([]), ("grpc-accept-encoding", "identity"));

        Assert.Equal(1, accepting.Body[0]);
        Assert.InRange(accepting.Body.Length, 1, 10_000);
        Assert.Equal(0, refusing.Body[0]);
        Assert.Equal(Zeros(100_000), (await server.Client.UnaryCallAsync(new SimpleRequest())).Payload);
    }

    /// <summary>Notes the compressed flag of every message that goes out.</summary>
    private sealed class FlagRecorder(List<byte> flags) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = new RecordedContent(request.Content!, flags);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RecordedContent : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly List<byte> _flags;

        public RecordedContent(HttpContent inner, List<byte> flags)
        {
            (_inner, _flags) = (inner, flags);
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            _inner.CopyToAsync(new RecordedStream(stream, _flags), context);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Relies on each message being one write.</summary>
    private sealed class RecordedStream(Stream inner, List<byte> flags) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            flags.Add(buffer.Span[0]);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
    }
}
