using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Protocol;

/// <summary>
/// Frames the messages of one call. A message that announces its length and is not compressed goes straight from the
/// marshaller to the output; any other is gathered first.
/// </summary>
/// <param name="maxSize">Bytes a message may have before compression; null for no limit.</param>
internal sealed class MessageWriter(int? maxSize) : SerializationContext
{
    private IBufferWriter<byte> _output = null!;
    private CompressionLevel? _compression;
    private int? _length;
    private PooledBuffer? _gathered;

    private bool IsDirect => _length is not null && _compression is null;

    /// <param name="message">The message.</param>
    /// <param name="serializer">The marshaller's half that writes.</param>
    /// <param name="output">Where the frame goes.</param>
    /// <param name="compression">How hard to compress; null not to.</param>
    public void Write<T>(
        T message, Action<T, SerializationContext> serializer, IBufferWriter<byte> output, CompressionLevel? compression)
    {
        (_output, _compression, _length) = (output, compression, null);
        try
        {
            serializer(message, this);
        }
        finally
        {
            _gathered?.Return();
            _gathered = null;
        }
    }

    public override void SetPayloadLength(int payloadLength) => _length = payloadLength;

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (!IsDirect)
            return _gathered ??= new PooledBuffer();

        CheckSize(_length!.Value);
        MessageFrame.WriteHeader(_output, compressed: false, _length.Value);
        return _output;
    }

    public override void Complete()
    {
        if (!IsDirect)
            WriteFrame(_gathered is null ? [] : _gathered.Written.Span);
    }

    public override void Complete(byte[] payload) => WriteFrame(payload);

    private void WriteFrame(ReadOnlySpan<byte> message)
    {
        CheckSize(message.Length);
        if (_compression is { } level)
            message = Encodings.Compress(message, level).Span;

        MessageFrame.WriteHeader(_output, _compression is not null, message.Length);
        _output.Write(message);
    }

    private void CheckSize(int length)
    {
        if (length > maxSize)
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }
}
