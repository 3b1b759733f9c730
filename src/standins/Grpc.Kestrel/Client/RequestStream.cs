using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The requests of a streaming call, for the client to write.</summary>
internal sealed class RequestStream<TRequest, TResponse>(ClientCall<TRequest, TResponse> call) : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private readonly Lock _lock = new();
    private Task _write = Task.CompletedTask;
    private bool _completed;

    public StreamingContent Content { get; } = new();

    public WriteOptions? WriteOptions { get; set; } = call.Options.WriteOptions;

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        call.ThrowIfDisposed();
        lock (_lock)
        {
            if (_completed)
                return Refuse("Request stream has already been completed.");

            if (!_write.IsCompleted)
                return Refuse("Can't write the message because the previous write is in progress.");

            return _write = WriteCoreAsync(message, cancellationToken);
        }
    }

    public Task CompleteAsync()
    {
        call.ThrowIfDisposed();
        lock (_lock)
        {
            if (!_write.IsCompleted)
                return Refuse("Can't complete the client stream writer because the previous write is in progress.");

            _completed = true;
        }

        Content.Complete();
        return Task.CompletedTask;
    }

    private static Task Refuse(string why) => Task.FromException(new InvalidOperationException(why));

    private async Task WriteCoreAsync(TRequest message, CancellationToken cancellationToken)
    {
        using var registration = call.CancelWith(cancellationToken);
        try
        {
            if (call.Outcome is { } ended)
                throw call.ToException(ended);

            // There is nowhere to write before there is a connection.
            var stream = Content.Stream.IsCompletedSuccessfully
                ? await Content.Stream
                : await Content.Stream.WaitAsync(call.Token);
            await call.RequestWriter.WriteAsync(stream, message, WriteOptions, call.Token);
            await stream.FlushAsync(call.Token);
        }
        catch (Exception exception)
        {
            throw await call.FailWriteAsync(exception);
        }
    }
}
