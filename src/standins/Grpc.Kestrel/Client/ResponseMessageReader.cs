using System.Buffers;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>Reads the messages of a call out of its HTTP response.</summary>
internal sealed class ResponseMessageReader<T>(Stream body, MessageReader reader, Func<DeserializationContext, T> deserializer)
    where T : class
{
    private const int ReadSize = 4096;

    // Given back only when a read has ended the stream: until then a read may still be filling it.
    private readonly PooledBuffer _buffer = new();

    /// <summary>The next message; null when the server has ended its stream.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var received = new ReadOnlySequence<byte>(_buffer.Written);
            if (reader.TryRead(ref received, deserializer, out var message))
            {
                _buffer.Consume(_buffer.Length - (int)received.Length);
                return message;
            }

            var count = await body.ReadAsync(_buffer.GetMemory(ReadSize), cancellationToken);
            _buffer.Advance(count);
            if (count > 0)
                continue;

            if (_buffer.Length > 0)
                throw new RpcException(new Status(StatusCode.Internal, "Incomplete message."));

            _buffer.Return();
            return null;
        }
    }
}
