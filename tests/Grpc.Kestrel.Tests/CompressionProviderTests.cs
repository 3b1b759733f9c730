using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>A server compresses and decompresses by the providers it is given, and by no others.</summary>
public sealed class CompressionProviderTests
{
    private static readonly Metadata _gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    [Fact]
    public async Task Messages_travel_in_the_encoding_of_a_provider()
    {
        await using var server = await StartWithBrotliAsync();
        using var raw = new RawCall(server.Address);
        var request = new SimpleRequest { Payload = Zeros(100_000) };

        var response = await raw.SendAsync(
            RawCall.UnaryCall,
            RawCall.Frame(Brotli.Compress(request.ToByteArray()), compressed: 1),
            ("grpc-encoding", "br"),
            ("grpc-accept-encoding", "identity,br"));

        Assert.Equal((int)StatusCode.OK, response.Status);
        Assert.Equal("br", response.Headers.GetValues("grpc-encoding").Single());
        Assert.Equal(1, response.Body[0]);
        Assert.Equal(request.Payload, SimpleResponse.Parser.ParseFrom(Brotli.Decompress(response.Body[5..])).Payload);
    }

    [Fact]
    public async Task With_a_provider_of_its_own_a_server_knows_no_other_encoding()
    {
        await using var server = await StartWithBrotliAsync();
        using var raw = new RawCall(server.Address);

        var response = await raw.SendAsync(
            RawCall.UnaryCall, RawCall.Frame([1, 2, 3], compressed: 1), ("grpc-encoding", "gzip"));

        Assert.Equal((int)StatusCode.Unimplemented, response.Status);
        Assert.Equal("identity,br", response.Headers.GetValues("grpc-accept-encoding").Single());
    }

    [Fact]
    public async Task A_provider_takes_the_place_of_the_one_of_its_name_and_says_with_which_status_a_call_fails()
    {
        await using var server = await TestServer.StartAsync(options: options => options.CompressionProviders.Add(new Refusing()));
        using var stream = server.Client.StreamingInputCall(_gzip);
        await stream.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(1000) });

        await AssertStatusAsync(StatusCode.DataLoss, () => stream.ResponseAsync);
        await AssertStatusAsync(StatusCode.DataLoss, server.Client.UnaryCallAsync(new SimpleRequest(), _gzip));
    }

    [Fact]
    public async Task A_response_encoding_without_a_provider_is_refused_at_the_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestServer.StartAsync(options: options =>
        {
            options.CompressionProviders.Add(new Brotli());
            options.ResponseCompressionAlgorithm = "gzip";
        }));

    private static Task<TestServer> StartWithBrotliAsync() => TestServer.StartAsync(
        new Handlers { Unary = (request, _) => Task.FromResult(new SimpleResponse { Payload = request.Payload }) },
        options =>
        {
            options.CompressionProviders.Add(new Brotli());
            options.ResponseCompressionAlgorithm = "br";
        });

    /// <summary>Closes the stream below, as the streams of many libraries do.</summary>
    private sealed class Brotli : ICompressionProvider
    {
        public string EncodingName => "br";

        public static byte[] Compress(byte[] message)
        {
            var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
                brotli.Write(message);

            return compressed.ToArray();
        }

        public static byte[] Decompress(byte[] compressed)
        {
            var message = new MemoryStream();
            using (var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress))
                brotli.CopyTo(message);

            return message.ToArray();
        }

        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
            new BrotliStream(stream, compressionLevel ?? CompressionLevel.Fastest);

        public Stream CreateDecompressionStream(Stream stream) => new BrotliStream(stream, CompressionMode.Decompress);
    }

    private sealed class Refusing : ICompressionProvider
    {
        public string EncodingName => "gzip";

        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => throw new NotSupportedException();

        public Stream CreateDecompressionStream(Stream stream) => new RefusingStream();
    }

    private sealed class RefusingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            throw new RpcException(new Status(StatusCode.DataLoss, "Refused."));
    }
}
