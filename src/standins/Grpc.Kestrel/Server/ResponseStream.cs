using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The responses of a streaming call, for its handler.</summary>
internal sealed class ResponseStream<T>(HttpServerCallContext call, Action<T, SerializationContext> serializer)
    : IServerStreamWriter<T>
    where T : class
{
    private readonly Lock _lock = new();
    private Task _write = Task.CompletedTask;
    private bool _completed;

    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        lock (_lock)
        {
            if (_completed || call.HttpContext.RequestAborted.IsCancellationRequested)
                return Refuse("Can't write the message because the request is complete.");

            if (!_write.IsCompleted)
                return Refuse("Can't write the message because the previous write is in progress.");

            return _write = call.ResponseStream.WriteAndFlushAsync(message, serializer, cancellationToken);
        }
    }

    /// <summary>The handler has returned; whoever still holds the stream may not write on.</summary>
    public void Complete()
    {
        lock (_lock)
            _completed = true;
    }

    private static Task Refuse(string why) => Task.FromException(new InvalidOperationException(why));
}
