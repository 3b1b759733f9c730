using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>The status of a call from what HTTP brought.</summary>
internal static class ResponseStatus
{
    // HTTP/2 error codes that have a gRPC status of their own.
    private const long RefusedStream = 0x7;
    private const long Cancel = 0x8;
    private const long EnhanceYourCalm = 0xb;
    private const long InadequateSecurity = 0xc;

    /// <summary>The status, if the headers already end the call: it had no messages, or it was not answered by gRPC.</summary>
    public static bool TryFromHeaders(HttpResponseMessage response, out Status status)
    {
        if (TryParse(response.Headers, out status))
            return true;

        if (response.Version < HttpVersion.Version20)
        {
            status = new Status(
                StatusCode.Internal, $"Bad gRPC response. Response protocol downgraded to HTTP/{response.Version}.");
            return true;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            status = new Status(
                FromHttp(response.StatusCode), $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}");
            return true;
        }

        var contentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values)
            ? values.ToString()
            : "";
        if (contentType.StartsWith(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase))
            return false;

        status = new Status(StatusCode.Cancelled, $"Bad gRPC response. Invalid content-type value: {contentType}");
        return true;
    }

    /// <summary>The status of a response that has been read to its end.</summary>
    public static Status FromTrailers(HttpResponseMessage response) => TryParse(response.TrailingHeaders, out var status)
        ? status
        : new Status(StatusCode.Cancelled, "No grpc-status found on response.");

    /// <summary>The status of a call that HTTP could not bring to its end.</summary>
    public static Status FromException(string summary, Exception exception)
    {
        var code = StatusCode.Internal;
        var messages = new List<string>();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            messages.Add($"{inner.GetType().Name}: {inner.Message}");
            code = inner switch
            {
                InvalidProtocolBufferException => StatusCode.Internal,
                HttpProtocolException http2 => FromHttp2(http2.ErrorCode),
                SocketException => StatusCode.Unavailable,
                IOException when inner.InnerException is null => StatusCode.Unavailable,
                _ => code,
            };
        }

        return new Status(code, $"{summary} {string.Join(' ', messages)}", exception);
    }

    private static bool TryParse(HttpHeaders headers, out Status status)
    {
        status = default;
        if (!headers.NonValidated.TryGetValues(HeaderNames.Status, out var values))
            return false;

        var code = int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (StatusCode)number
            : StatusCode.Unknown;
        var message = headers.NonValidated.TryGetValues(HeaderNames.Message, out var messages)
            ? StatusMessage.Decode(messages.ToString())
            : "";
        status = new Status(code, message);
        return true;
    }

    private static StatusCode FromHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    private static StatusCode FromHttp2(long errorCode) => errorCode switch
    {
        RefusedStream => StatusCode.Unavailable,
        Cancel => StatusCode.Cancelled,
        EnhanceYourCalm => StatusCode.ResourceExhausted,
        InadequateSecurity => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
