using Grpc.Core;
using Grpc.Testing;

namespace Grpc.Kestrel.Tests;

/// <summary>What the methods of <see cref="HandledService"/> do; a test sets those it calls.</summary>
public sealed class Handlers
{
    public UnaryServerMethod<SimpleRequest, SimpleResponse> Unary { get; set; } =
        (_, _) => Task.FromResult(new SimpleResponse());

    public ClientStreamingServerMethod<StreamingInputCallRequest, StreamingInputCallResponse>? Input { get; set; }

    public ServerStreamingServerMethod<StreamingOutputCallRequest, StreamingOutputCallResponse>? Output { get; set; }

    public DuplexStreamingServerMethod<StreamingOutputCallRequest, StreamingOutputCallResponse>? Duplex { get; set; }
}

/// <summary>The interoperability service with a test's own behaviour.</summary>
public sealed class HandledService(Handlers handlers) : TestService.TestServiceBase
{
    public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) =>
        handlers.Unary(request, context);

    public override Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context) =>
        handlers.Input!(requestStream, context);

    public override Task StreamingOutputCall(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context) => handlers.Output!(request, responseStream, context);

    public override Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context) => handlers.Duplex!(requestStream, responseStream, context);
}
