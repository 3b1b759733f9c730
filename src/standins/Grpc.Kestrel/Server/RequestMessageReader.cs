using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Reads the messages of a call out of its HTTP request. Nothing is read ahead: a message that nobody asks for stays in
/// the flow-control window, which in time stops the sender.
/// </summary>
internal sealed class RequestMessageReader<T>(HttpServerCallContext call, Func<DeserializationContext, T> deserializer)
    where T : class
{
    private static readonly Status _incomplete = new(StatusCode.Internal, "Incomplete message.");
    private static readonly Status _surplus = new(StatusCode.Internal, "Additional data after the message received.");

    private readonly PipeReader _body = call.HttpContext.Request.BodyReader;
    private readonly MessageReader _reader = new(
        call.Settings.Encodings,
        call.HttpContext.Request.Headers[HeaderNames.Encoding],
        call.Settings.MaxReceiveMessageSize);

    private bool _ended;

    /// <summary>The one message of the request.</summary>
    public async ValueTask<T> ReadSingleAsync()
    {
        var message = await ReadAsync(CancellationToken.None) ?? throw new RpcException(_incomplete);
        if (!_ended && await ReadAsync(CancellationToken.None) is not null)
            throw new RpcException(_surplus);

        return message;
    }

    /// <summary>The next message; null when the client has ended its stream.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            var result = await _body.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            // What has been looked at in vain is read again only with more behind it.
            var examined = buffer.End;
            try
            {
                if (TryRead(ref buffer, out var message))
                {
                    examined = buffer.Start;
                    _ended = result.IsCompleted && buffer.IsEmpty;
                    return message;
                }

                if (result.IsCompleted && !buffer.IsEmpty)
                    throw new RpcException(_incomplete);

                _ended = result.IsCompleted;
            }
            finally
            {
                _body.AdvanceTo(buffer.Start, examined);
            }
        }

        return null;
    }

    private bool TryRead(ref ReadOnlySequence<byte> buffer, out T? message)
    {
        try
        {
            return _reader.TryRead(ref buffer, deserializer, out message);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // The client learns from the answer what it can use instead.
            if (!call.HttpContext.Response.HasStarted)
                call.HttpContext.Response.Headers[HeaderNames.AcceptEncoding] = call.Settings.Encodings.Names;

            throw;
        }
    }
}
