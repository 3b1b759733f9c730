namespace Grpc.Core;

/// <summary>A stream of messages from the other side. One read at a time.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message the last successful <see cref="MoveNext"/> brought.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false when the other side has ended its stream.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}

/// <summary>A stream of messages to the other side. One write at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options for the writes that follow.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message; completes when flow control has let it go, so that a slow reader slows the writer.</summary>
    Task WriteAsync(T message);

    /// <summary>As <see cref="WriteAsync(T)"/>; cancelling ends the whole call.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This writer does not support cancellation.")
        : WriteAsync(message);
}

/// <summary>The responses of a call, seen by the server.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;

/// <summary>The requests of a call, seen by the client.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Ends the stream of requests.</summary>
    Task CompleteAsync();
}
