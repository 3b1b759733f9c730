using Grpc.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Serves the HTTP requests of one method.</summary>
internal abstract class ServerCallHandler(ServerCallSettings settings, ILogger logger)
{
    public Task HandleAsync(HttpContext http)
    {
        if (!RequestCheck.Accepts(http))
            return Task.CompletedTask;

        http.Response.ContentType = HeaderNames.ContentType;
        return HandleAsync(new HttpServerCallContext(http, settings, logger));
    }

    protected abstract Task InvokeAsync(HttpServerCallContext call);

    /// <summary>Streams may be as long and as slow as both sides like.</summary>
    protected static void LiftRequestLimits(HttpContext http)
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }

    private async Task HandleAsync(HttpServerCallContext call)
    {
        await using var context = call;
        try
        {
            await InvokeAsync(call);
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }

        await call.FinishAsync();
    }
}
