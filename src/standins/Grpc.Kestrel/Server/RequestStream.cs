using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The requests of a streaming call, for its handler.</summary>
internal sealed class RequestStream<T>(HttpServerCallContext call, Func<DeserializationContext, T> deserializer)
    : IAsyncStreamReader<T>
    where T : class
{
    private readonly RequestMessageReader<T> _reader = new(call, deserializer);
    private bool _completed;

    public T Current { get; private set; } = null!;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_completed || call.HttpContext.RequestAborted.IsCancellationRequested)
            throw new InvalidOperationException("Can't read messages after the request is complete.");

        Current = (await _reader.ReadAsync(cancellationToken))!;
        return Current is not null;
    }

    /// <summary>The handler has returned; whoever still holds the stream may not read on.</summary>
    public void Complete() => _completed = true;
}
