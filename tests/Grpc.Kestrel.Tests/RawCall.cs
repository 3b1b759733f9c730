using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace Grpc.Kestrel.Tests;

/// <summary>A call made by hand over HTTP/2, to see and to send what a gRPC client would not.</summary>
internal sealed class RawCall(string address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };

    public const string UnaryCall = "/grpc.testing.TestService/UnaryCall";
    public const string InputCall = "/grpc.testing.TestService/StreamingInputCall";

    public static byte[] Frame(ReadOnlySpan<byte> message, byte compressed = 0, int? length = null)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = compressed;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length ?? message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    /// <summary>Sends one request and reads the whole response.</summary>
    public async Task<RawResponse> SendAsync(
        string path, HttpContent content, string contentType = "application/grpc", params (string Name, string Value)[] headers)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TE.ParseAdd("trailers");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = await response.Content.ReadAsByteArrayAsync();
        return new RawResponse(response.StatusCode, response.Headers, body, response.TrailingHeaders);
    }

    public Task<RawResponse> SendAsync(string path, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(path, new ByteArrayContent(body), headers: headers);

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record RawResponse(
    HttpStatusCode HttpStatus, HttpResponseHeaders Headers, byte[] Body, HttpResponseHeaders Trailers)
{
    /// <summary><c>grpc-status</c>, wherever it stands.</summary>
    public int Status => int.Parse(Find("grpc-status")!, System.Globalization.CultureInfo.InvariantCulture);

    public string? Message => Find("grpc-message");

    private string? Find(string name) =>
        (Trailers.TryGetValues(name, out var values) || Headers.TryGetValues(name, out values)) ? values.Single() : null;
}
