using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Reads the one request of a call and gives its handler a stream to answer into.</summary>
internal sealed class ServerStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ServerStreamingServerMethod<TRequest, TResponse> invoke,
    ServerCallSettings settings,
    ILogger logger) : ServerCallHandler(settings, logger)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        var reader = new RequestMessageReader<TRequest>(call, method.RequestMarshaller.ContextualDeserializer);
        var request = await reader.ReadSingleAsync();
        var responses = new ResponseStream<TResponse>(call, method.ResponseMarshaller.ContextualSerializer);
        try
        {
            await invoke(request, responses, call);
        }
        finally
        {
            responses.Complete();
        }
    }
}
