using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Protocol;

namespace Grpc.AspNetCore.Server;

/// <summary>Writes the messages of a call into its HTTP response.</summary>
internal sealed class ResponseMessageWriter(HttpServerCallContext call)
{
    private readonly MessageWriter _writer = new(call.Settings.MaxSendMessageSize, call.Settings.CompressionLevel);
    private ICompressionProvider? _compression;

    /// <summary>Whether a write is waiting for flow control.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Announces the encoding of the messages. Must come before the first of them.</summary>
    public void Compress(string encoding)
    {
        call.HttpContext.Response.Headers[HeaderNames.Encoding] = encoding;
        _compression = call.Settings.Encodings.Find(encoding) ?? (encoding == Encodings.Identity
            ? null
            : throw new InvalidOperationException($"Response encoding '{encoding}' is not supported."));
    }

    /// <summary>Writes a message that may wait to be sent together with the status.</summary>
    public async ValueTask WriteAsync<T>(
        T message, Action<T, SerializationContext> serializer, CancellationToken cancellationToken)
    {
        var response = call.HttpContext.Response;
        if (!response.HasStarted)
            await response.StartAsync(cancellationToken);

        var flags = call.WriteOptions?.Flags ?? default;
        _writer.Write(
            message, serializer, response.BodyWriter, flags.HasFlag(WriteFlags.NoCompress) ? null : _compression);
    }

    /// <summary>Writes a message and waits until flow control has let it go.</summary>
    public async Task WriteAndFlushAsync<T>(
        T message, Action<T, SerializationContext> serializer, CancellationToken cancellationToken)
    {
        IsWriting = true;
        try
        {
            await WriteAsync(message, serializer, cancellationToken);
            if (call.WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) is true)
                return;

            var result = await call.HttpContext.Response.BodyWriter.FlushAsync(cancellationToken);
            if (!result.IsCompleted && call.CancellationToken.IsCancellationRequested)
                throw new OperationCanceledException("The call was cancelled while a message was being sent.");
        }
        finally
        {
            IsWriting = false;
        }
    }
}
