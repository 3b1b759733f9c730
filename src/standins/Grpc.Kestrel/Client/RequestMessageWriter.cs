using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>Writes the messages of a call into its HTTP request.</summary>
internal sealed class RequestMessageWriter<T>(
    Action<T, SerializationContext> serializer, ICompressionProvider? compression, int? maxSize)
{
    private readonly MessageWriter _writer = new(maxSize, level: null);

    public async ValueTask WriteAsync(Stream stream, T message, WriteOptions? options, CancellationToken cancellationToken)
    {
        var plain = options?.Flags.HasFlag(WriteFlags.NoCompress) is true;
        // Made for every attempt: HTTP may send a request again, and the memory may be reused only after the write.
        var buffer = new PooledBuffer();
        try
        {
            _writer.Write(message, serializer, buffer, plain ? null : compression);
            await stream.WriteAsync(buffer.Written, cancellationToken);
        }
        finally
        {
            buffer.Return();
        }
    }
}
