using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Reads the one request of a call and writes its one response.</summary>
internal sealed class UnaryCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    UnaryServerMethod<TRequest, TResponse> invoke,
    ServerCallSettings settings,
    ILogger logger) : ServerCallHandler(settings, logger)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        var reader = new RequestMessageReader<TRequest>(call, method.RequestMarshaller.ContextualDeserializer);
        var response = await invoke(await reader.ReadSingleAsync(), call);
        await call.WriteSingleAsync(response, method.ResponseMarshaller.ContextualSerializer);
    }
}
