using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Protocol;

/// <summary>The message encodings this implementation knows: identity and gzip.</summary>
internal static class Encodings
{
    public const string Identity = "identity";
    public const string Gzip = "gzip";
    public const string All = "identity,gzip";

    public static ReadOnlyMemory<byte> Compress(ReadOnlySpan<byte> message, CompressionLevel level)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
            gzip.Write(message);

        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    /// <param name="compressed">The message as received.</param>
    /// <param name="maxSize">Bytes the message may have once decompressed; null for no limit.</param>
    public static ReadOnlySequence<byte> Decompress(ReadOnlySequence<byte> compressed, int? maxSize)
    {
        using var gzip = new GZipStream(PipeReader.Create(compressed).AsStream(), CompressionMode.Decompress);
        var message = new PooledBuffer();
        try
        {
            int count;
            while ((count = gzip.Read(message.GetSpan(1))) > 0)
            {
                message.Advance(count);
                // A few bytes can decompress to gigabytes; the limit has to hold for what they become.
                if (message.Length > maxSize)
                    throw new RpcException(MessageFrame.ReceivedTooLarge);
            }

            return new ReadOnlySequence<byte>(message.Written.ToArray());
        }
        finally
        {
            message.Return();
        }
    }
}
