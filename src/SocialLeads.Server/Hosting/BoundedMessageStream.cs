using Grpc.Core;

namespace SocialLeads.Server.Hosting;

/// <summary>
/// Reads a message from another stream, and fails the call with RESOURCE_EXHAUSTED as soon as the message proves longer than
/// it may be.
/// </summary>
/// <param name="inner">The message; disposed with this stream.</param>
/// <param name="maxBytes">Bytes the message may have.</param>
internal sealed class BoundedMessageStream(Stream inner, int maxBytes) : Stream
{
    private static readonly Status _tooLarge =
        new(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Every other way to read that Stream offers ends here.
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _read += read;
        return _read <= maxBytes ? read : throw new RpcException(_tooLarge);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
