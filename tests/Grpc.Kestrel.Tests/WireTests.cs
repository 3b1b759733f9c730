using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>What the server makes of requests that no gRPC client would send, and what its responses look like.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private static readonly byte[] _empty = RawCall.Frame([]);

    private TestServer _server = null!;
    private RawCall _raw = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _raw = new RawCall(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever was sent, the server is still there.
        Assert.Equal(new Empty(), await _server.Client.EmptyCallAsync(new Empty()));
        _raw.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_response_has_its_status_behind_the_message()
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, _empty);

        Assert.Equal(HttpStatusCode.OK, response.HttpStatus);
        Assert.Equal("0", response.Trailers.GetValues("grpc-status").Single());
        Assert.False(response.Headers.Contains("grpc-status"));
        Assert.Equal(RawCall.Frame(new SimpleResponse { Payload = Zeros(0) }.ToByteArray()), response.Body);
    }

    [Fact]
    public async Task An_error_without_messages_has_its_status_in_the_headers()
    {
        var request = new SimpleRequest { ResponseStatus = new EchoStatus { Code = 9, Message = "50 % ☺\n" } };

        var response = await _raw.SendAsync(RawCall.UnaryCall, RawCall.Frame(request.ToByteArray()));

        Assert.Equal(HttpStatusCode.OK, response.HttpStatus);
        Assert.Equal("9", response.Headers.GetValues("grpc-status").Single());
        Assert.Equal("50 %25 %E2%98%BA%0A", response.Headers.GetValues("grpc-message").Single());
        Assert.Empty(response.Body);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("application/grpcx")]
    public async Task Another_content_type_is_unsupported(string contentType)
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, new ByteArrayContent(_empty), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.HttpStatus);
    }

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc;charset=utf-8")]
    public async Task A_content_type_may_have_a_suffix(string contentType)
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, new ByteArrayContent(_empty), contentType);

        Assert.Equal((int)StatusCode.OK, response.Status);
    }

    [Theory]
    [InlineData("/grpc.testing.TestService/NoSuchMethod")]
    [InlineData("/no.such.Service/Method")]
    public async Task An_unknown_method_or_service_is_unimplemented(string path)
    {
        var response = await _raw.SendAsync(path, _empty);

        Assert.Equal((int)StatusCode.Unimplemented, response.Status);
    }

    [Fact]
    public async Task A_path_that_is_not_grpc_is_left_to_the_application()
    {
        var response = await _raw.SendAsync("/no/page", new ByteArrayContent([]), "text/plain");

        Assert.Equal(HttpStatusCode.NotFound, response.HttpStatus);
    }

    [Fact]
    public async Task A_request_without_a_message_is_refused()
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, []);

        Assert.Equal((int)StatusCode.Internal, response.Status);
    }

    [Fact]
    public async Task A_truncated_header_is_refused()
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, _empty[..3]);

        Assert.Equal((int)StatusCode.Internal, response.Status);
    }

    [Theory]
    [InlineData(RawCall.UnaryCall)]
    [InlineData(RawCall.InputCall)]
    public async Task A_truncated_message_is_refused(string path)
    {
        var response = await _raw.SendAsync(path, RawCall.Frame([1, 2, 3], length: 10));

        Assert.Equal((int)StatusCode.Internal, response.Status);
    }

    [Fact]
    public async Task A_second_message_of_a_unary_call_is_refused()
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, [.. _empty, .. _empty]);

        Assert.Equal((int)StatusCode.Internal, response.Status);
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_refused_before_the_message_arrives()
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, RawCall.Frame([1, 2, 3], length: 100_000_000));

        Assert.Equal((int)StatusCode.ResourceExhausted, response.Status);
    }

    [Theory]
    [InlineData(RawCall.UnaryCall)]
    [InlineData(RawCall.InputCall)]
    public async Task Garbage_is_refused(string path)
    {
        var garbage = new byte[1000];
        new Random(1).NextBytes(garbage);
        garbage[0] = 0xff;

        var response = await _raw.SendAsync(path, garbage);

        Assert.NotEqual((int)StatusCode.OK, response.Status);
    }

    [Theory]
    [InlineData(RawCall.UnaryCall)]
    [InlineData(RawCall.InputCall)]
    public async Task A_message_that_is_no_protobuf_is_refused(string path)
    {
        var response = await _raw.SendAsync(path, RawCall.Frame([0xff, 0xff, 0xff, 0xff]));

        Assert.NotEqual((int)StatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_compressed_message_is_understood()
    {
        var request = new SimpleRequest { ResponseSize = 10, Payload = Zeros(1000) }.ToByteArray();

        var response = await _raw.SendAsync(
            RawCall.UnaryCall, RawCall.Frame(Gzip(request), compressed: 1), ("grpc-encoding", "gzip"));

        Assert.Equal((int)StatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_compressed_message_without_an_encoding_is_refused()
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, RawCall.Frame(Gzip([]), compressed: 1));

        Assert.Equal((int)StatusCode.Internal, response.Status);
    }

    [Fact]
    public async Task An_unknown_encoding_is_unimplemented_and_the_known_ones_are_named()
    {
        var response = await _raw.SendAsync(
            RawCall.UnaryCall, RawCall.Frame([1, 2, 3], compressed: 1), ("grpc-encoding", "snappy"));

        Assert.Equal((int)StatusCode.Unimplemented, response.Status);
        Assert.Contains("gzip", response.Headers.GetValues("grpc-accept-encoding").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_response_is_compressed_when_the_handler_says_so(bool compressed, byte flag)
    {
        var request = new SimpleRequest { ResponseSize = 100_000, ResponseCompressed = new BoolValue { Value = compressed } };

        var response = await _raw.SendAsync(
            RawCall.UnaryCall, RawCall.Frame(request.ToByteArray()), ("grpc-accept-encoding", "identity,gzip"));

        Assert.Equal(flag, response.Body[0]);
        Assert.Equal(compressed, response.Body.Length < 10_000);
        Assert.Equal(compressed, response.Headers.Contains("grpc-encoding"));
    }

    [Fact]
    public async Task The_server_keeps_the_deadline_of_a_client_that_does_not()
    {
        var handlers = new Handlers();
        await using var server = await TestServer.StartAsync(handlers);
        handlers.Unary = async (_, context) =>
        {
            Assert.NotEqual(DateTime.MaxValue, context.Deadline);
            var cancelled = new TaskCompletionSource();
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            await cancelled.Task;
            server.Events.Signal("cancelled");
            return new SimpleResponse();
        };
        using var raw = new RawCall(server.Address);

        // Time enough for the handler to begin on a busy machine.
        var response = await raw.SendAsync(RawCall.UnaryCall, _empty, ("grpc-timeout", "5S"));

        Assert.Equal((int)StatusCode.DeadlineExceeded, response.Status);
        await server.Events.WaitAsync("cancelled");
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("10x")]
    [InlineData("-5S")]
    [InlineData("123456789S")]
    public async Task A_timeout_that_is_none_is_ignored(string timeout)
    {
        var response = await _raw.SendAsync(RawCall.UnaryCall, _empty, ("grpc-timeout", timeout));

        Assert.Equal((int)StatusCode.OK, response.Status);
    }

    private static byte[] Gzip(byte[] message)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(message);

        return compressed.ToArray();
    }
}
