using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace Grpc.Protocol;

/// <summary>The five bytes before every message: whether it is compressed, and its length.</summary>
/// <param name="Compressed">Whether the message is in the encoding that <c>grpc-encoding</c> names.</param>
/// <param name="Length">Bytes of the message as it travels.</param>
internal readonly record struct MessageFrame(bool Compressed, int Length)
{
    public const int HeaderSize = 5;

    private static readonly Status _receivedTooLarge =
        new(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    public static void WriteHeader(IBufferWriter<byte> output, bool compressed, int length)
    {
        var header = output.GetSpan(HeaderSize);
        header[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
        output.Advance(HeaderSize);
    }

    /// <summary>Reads a header if all of it is there.</summary>
    /// <param name="buffer">What has arrived.</param>
    /// <param name="maxSize">Bytes a message may have; null for no limit.</param>
    /// <param name="frame">The header.</param>
    public static bool TryRead(in ReadOnlySequence<byte> buffer, int? maxSize, out MessageFrame frame)
    {
        frame = default;
        if (buffer.Length < HeaderSize)
            return false;

        if (buffer.FirstSpan.Length >= HeaderSize)
        {
            frame = Parse(buffer.FirstSpan, maxSize);
            return true;
        }

        Span<byte> header = stackalloc byte[HeaderSize];
        buffer.Slice(0, HeaderSize).CopyTo(header);
        frame = Parse(header, maxSize);
        return true;
    }

    private static MessageFrame Parse(ReadOnlySpan<byte> header, int? maxSize)
    {
        if (header[0] > 1)
            throw new InvalidDataException("Unexpected compressed flag value in message header.");

        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > (maxSize ?? Array.MaxLength))
            throw new RpcException(_receivedTooLarge);

        return new MessageFrame(header[0] == 1, (int)length);
    }
}
