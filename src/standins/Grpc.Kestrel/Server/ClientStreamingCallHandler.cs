using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Hands the requests of a call to its handler as a stream and writes the one response.</summary>
internal sealed class ClientStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ClientStreamingServerMethod<TRequest, TResponse> invoke,
    ServerCallSettings settings,
    ILogger logger) : ServerCallHandler(settings, logger)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        LiftRequestLimits(call.HttpContext);
        var requests = new RequestStream<TRequest>(call, method.RequestMarshaller.ContextualDeserializer);
        TResponse response;
        try
        {
            response = await invoke(requests, call);
        }
        finally
        {
            requests.Complete();
        }

        await call.WriteSingleAsync(response, method.ResponseMarshaller.ContextualSerializer);
    }
}
