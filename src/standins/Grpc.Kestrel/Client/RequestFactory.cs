using System.Net;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>Makes the HTTP request of a call.</summary>
internal static class RequestFactory
{
    private const string UserAgent = "grpc-dotnet-kestrel/1.0";

    public static HttpRequestMessage Create(Uri uri, Metadata? metadata, TimeSpan? timeout, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("TE", "trailers");
        headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, Encodings.Default.Names);
        if (timeout is not null)
            headers.TryAddWithoutValidation(HeaderNames.Timeout, Timeouts.Format(timeout.Value));

        foreach (var entry in metadata ?? Metadata.Empty)
        {
            // The timeout comes from the deadline alone.
            if (entry.Key == HeaderNames.Timeout)
                continue;

            headers.TryAddWithoutValidation(
                entry.Key == HeaderNames.RequestedEncoding ? HeaderNames.Encoding : entry.Key, entry.HeaderValue);
        }

        return request;
    }
}
