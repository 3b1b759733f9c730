using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Grpc.Kestrel.Tests;

/// <summary>The interoperability service as its description asks for it.</summary>
public sealed class InteropService(ServerEvents events) : TestService.TestServiceBase
{
    public const string InitialKey = "x-grpc-test-echo-initial";
    public const string TrailingKey = "x-grpc-test-echo-trailing-bin";

    public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        return new Empty();
    }

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        CheckCompression(request.ExpectCompressed, context);
        await EchoMetadataAsync(context, request.ResponseCompressed is { Value: true });
        SkipCompression(request.ResponseCompressed, context);
        ThrowStatus(request.ResponseStatus);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var size = 0;
        await TellIfCancelledAsync("input-cancelled", context, async () =>
        {
            events.Signal("input-started");
            await foreach (var request in requestStream.ReadAllAsync())
            {
                CheckCompression(request.ExpectCompressed, context);
                size += request.Payload.Body.Length;
            }
        });
        return new StreamingInputCallResponse { AggregatedPayloadSize = size };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await EchoMetadataAsync(context, request.ResponseParameters.Any(response => response.Compressed is { Value: true }));
        await RespondAsync(request, responseStream, context);
    }

    public override Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context) => TellIfCancelledAsync("duplex-cancelled", context, async () =>
        {
            await EchoMetadataAsync(context);
            await foreach (var request in requestStream.ReadAllAsync())
            {
                ThrowStatus(request.ResponseStatus);
                await RespondAsync(request, responseStream, context);
            }
        });

    /// <summary>Signals <paramref name="happening"/> when the call is cancelled while it is handled.</summary>
    private async Task TellIfCancelledAsync(string happening, ServerCallContext context, Func<Task> handle)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.CancellationToken.Register(() =>
        {
            events.Signal(happening);
            cancelled.TrySetResult();
        });
        try
        {
            await handle();
        }
        catch (Exception exception) when (exception is OperationCanceledException or (IOException and not InvalidProtocolBufferException))
        {
            // The requests of a cancelled call may fail a moment before the token tells of it.
            await cancelled.Task;
            throw;
        }
    }

    private static async Task RespondAsync(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        foreach (var response in request.ResponseParameters)
        {
            if (response.IntervalUs > 0)
                await Task.Delay(TimeSpan.FromMicroseconds(response.IntervalUs), context.CancellationToken);

            SkipCompression(response.Compressed, context);
            await responseStream.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(response.Size) });
        }
    }

    private static async Task EchoMetadataAsync(ServerCallContext context, bool compress = false)
    {
        var headers = new Metadata();
        if (context.RequestHeaders.GetValue(InitialKey) is { } initial)
            headers.Add(InitialKey, initial);

        if (compress)
            headers.Add("grpc-internal-encoding-request", "gzip");

        if (context.RequestHeaders.GetValueBytes(TrailingKey) is { } trailing)
            context.ResponseTrailers.Add(TrailingKey, trailing);

        if (headers.Count > 0)
            await context.WriteResponseHeadersAsync(headers);
    }

    private static void SkipCompression(BoolValue? compressed, ServerCallContext context) =>
        context.WriteOptions = compressed is { Value: true } ? null : new WriteOptions(WriteFlags.NoCompress);

    private static void ThrowStatus(EchoStatus? status)
    {
        if (status is not null && status.Code != 0)
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    // The public API does not say which message of a call was compressed, only whether the call's encoding is.
    private static void CheckCompression(BoolValue? expected, ServerCallContext context)
    {
        var encoding = context.GetHttpContext().Request.Headers["grpc-encoding"].ToString();
        if (expected is { Value: true } && encoding is ("" or "identity"))
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The message was not compressed."));
    }

    private static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };
}
