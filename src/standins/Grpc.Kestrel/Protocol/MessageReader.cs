using System.Buffers;
using Grpc.Core;

namespace Grpc.Protocol;

/// <summary>Takes the messages of one call out of their frames.</summary>
/// <param name="encoding">What <c>grpc-encoding</c> said; null when it was absent.</param>
/// <param name="maxSize">Bytes a message may have, before and after decompression; null for no limit.</param>
internal sealed class MessageReader(string? encoding, int? maxSize) : DeserializationContext
{
    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    /// <summary>Reads one message if all of it is there, and moves <paramref name="buffer"/> behind it.</summary>
    public bool TryRead<T>(ref ReadOnlySequence<byte> buffer, Func<DeserializationContext, T> deserializer, out T? message)
        where T : class
    {
        message = null;
        if (!MessageFrame.TryRead(buffer, maxSize, out var frame) || buffer.Length < MessageFrame.HeaderSize + frame.Length)
            return false;

        var payload = buffer.Slice(MessageFrame.HeaderSize, frame.Length);
        buffer = buffer.Slice(payload.End);
        _payload = frame.Compressed ? Decompress(payload) : payload;
        message = deserializer(this);
        _payload = default;
        return true;
    }

    private ReadOnlySequence<byte> Decompress(ReadOnlySequence<byte> payload) => encoding switch
    {
        Encodings.Gzip => Encodings.Decompress(payload, maxSize),
        null or Encodings.Identity => throw new RpcException(new Status(
            StatusCode.Internal, "A message is marked as compressed, but grpc-encoding names no compression.")),
        _ => throw new RpcException(new Status(
            StatusCode.Unimplemented,
            $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {Encodings.All}")),
    };
}
