using System.Net;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>The body of a request with one message.</summary>
internal sealed class UnaryContent<T> : HttpContent
{
    private readonly T _message;
    private readonly RequestMessageWriter<T> _writer;
    private readonly WriteOptions? _options;

    public UnaryContent(T message, RequestMessageWriter<T> writer, WriteOptions? options)
    {
        (_message, _writer, _options) = (message, writer, options);
        Headers.TryAddWithoutValidation("Content-Type", HeaderNames.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _writer.WriteAsync(stream, _message, _options, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
