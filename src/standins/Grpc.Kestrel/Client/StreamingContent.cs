using System.Net;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>The body of a request with a stream of messages; open until <see cref="Complete"/>.</summary>
internal sealed class StreamingContent : HttpContent
{
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new();

    public StreamingContent() => Headers.TryAddWithoutValidation("Content-Type", HeaderNames.ContentType);

    /// <summary>Where to write, as soon as there is a connection.</summary>
    public Task<Stream> Stream => _stream.Task;

    public void Complete() => _completed.TrySetResult();

    /// <summary>Stops a body that nobody will read on: whoever waits to write into it need not wait any more.</summary>
    public void Abandon()
    {
        _stream.TrySetCanceled();
        _completed.TrySetCanceled();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server may have to answer before the first message, so the headers must not wait for it.
        await stream.FlushAsync(cancellationToken);
        _stream.TrySetResult(stream);
        await _completed.Task.WaitAsync(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
