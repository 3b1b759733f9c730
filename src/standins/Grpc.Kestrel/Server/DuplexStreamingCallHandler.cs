using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Gives the handler of a call a stream each way.</summary>
internal sealed class DuplexStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    DuplexStreamingServerMethod<TRequest, TResponse> invoke,
    ServerCallSettings settings,
    ILogger logger) : ServerCallHandler(settings, logger)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        LiftRequestLimits(call.HttpContext);
        var requests = new RequestStream<TRequest>(call, method.RequestMarshaller.ContextualDeserializer);
        var responses = new ResponseStream<TResponse>(call, method.ResponseMarshaller.ContextualSerializer);
        try
        {
            await invoke(requests, responses, call);
        }
        finally
        {
            requests.Complete();
            responses.Complete();
        }
    }
}
