using Grpc.Core;
using Grpc.Protocol;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Tells gRPC requests from others.</summary>
internal static class RequestCheck
{
    /// <summary>True for HTTP/2 (or later) with a gRPC content type; any other request is answered here.</summary>
    public static bool Accepts(HttpContext http)
    {
        if (!IsGrpc(http.Request.ContentType))
        {
            Refuse(
                http, StatusCodes.Status415UnsupportedMediaType, $"Content-Type '{http.Request.ContentType}' is not supported.");
            return false;
        }

        if (HttpProtocol.IsHttp2(http.Request.Protocol) || HttpProtocol.IsHttp3(http.Request.Protocol))
            return true;

        Refuse(
            http, StatusCodes.Status426UpgradeRequired, $"Request protocol '{http.Request.Protocol}' is not supported.");
        http.Response.Headers.Upgrade = "HTTP/2";
        return false;
    }

    /// <summary>Whether the type is <c>application/grpc</c>, bare or with a <c>+format</c> or a parameter.</summary>
    public static bool IsGrpc(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == HeaderNames.ContentType.Length
            || contentType[HeaderNames.ContentType.Length] is '+' or ';');

    private static void Refuse(HttpContext http, int httpStatus, string why)
    {
        http.Response.StatusCode = httpStatus;
        http.Response.Headers[HeaderNames.Status] = $"{(int)StatusCode.Internal}";
        http.Response.Headers[HeaderNames.Message] = StatusMessage.Encode(why);
    }
}
