using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>The way from a gRPC call to the HTTP request under it.</summary>
public static class ServerCallContextExtensions
{
    // Tests that make a context of their own put the HTTP request under this key.
    private const string HttpContextKey = "__HttpContext";

    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is AspNetCore.Server.HttpServerCallContext call)
            return call.HttpContext;

        return serverCallContext.UserState.TryGetValue(HttpContextKey, out var value) && value is HttpContext http
            ? http
            : throw new InvalidOperationException("Could not get HttpContext from ServerCallContext.");
    }
}
