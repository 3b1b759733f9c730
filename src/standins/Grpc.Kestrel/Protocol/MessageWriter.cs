using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Protocol;

/// <summary>
/// Frames the messages of one call. A message that announces its length and is not compressed goes straight from the
/// marshaller to the output; any other is gathered first.
/// </summary>
/// <param name="maxSize">Bytes a message may have before compression; null for no limit.</param>
/// <param name="level">How hard to compress; null leaves it to the provider.</param>
internal sealed class MessageWriter(int? maxSize, CompressionLevel? level) : SerializationContext
{
    private IBufferWriter<byte> _output = null!;
    private ICompressionProvider? _compression;
    private int? _length;
    private PooledBuffer? _gathered;

    private bool IsDirect => _length is not null && _compression is null;

    /// <param name="message">The message.</param>
    /// <param name="serializer">The marshaller's half that writes.</param>
    /// <param name="output">Where the frame goes.</param>
    /// <param name="compression">How to compress; null not to.</param>
    public void Write<T>(
        T message, Action<T, SerializationContext> serializer, IBufferWriter<byte> output, ICompressionProvider? compression)
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
        if (_compression is not null)
            message = Compress(message, _compression);

        MessageFrame.WriteHeader(_output, _compression is not null, message.Length);
        _output.Write(message);
    }

    private ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> message, ICompressionProvider compression)
    {
        var compressed = new MemoryStream();
        using (var stream = compression.CreateCompressionStream(compressed, level))
            stream.Write(message);

        // Unlike the length, the buffer is there even if the provider's stream has closed the one below it.
        compressed.TryGetBuffer(out var buffer);
        return buffer;
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
