using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Protocol;

/// <summary>Takes the messages of one call out of their frames.</summary>
/// <param name="encodings">Those that are understood.</param>
/// <param name="encoding">What <c>grpc-encoding</c> said; null when it was absent.</param>
/// <param name="maxSize">Bytes a message may have before decompression; null for no limit.</param>
internal sealed class MessageReader(Encodings encodings, string? encoding, int? maxSize) : DeserializationContext
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

    private ReadOnlySequence<byte> Decompress(ReadOnlySequence<byte> payload)
    {
        if (encoding is null or Encodings.Identity)
        {
            throw new RpcException(new Status(
                StatusCode.Internal, "A message is marked as compressed, but grpc-encoding names no compression."));
        }

        var provider = encodings.Find(encoding) ?? throw new RpcException(new Status(
            StatusCode.Unimplemented,
            $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {encodings.Names}"));
        var message = new MemoryStream();
        using (var decompressed = provider.CreateDecompressionStream(PipeReader.Create(payload).AsStream()))
            decompressed.CopyTo(message);

        return new ReadOnlySequence<byte>(message.GetBuffer(), 0, (int)message.Length);
    }
}
