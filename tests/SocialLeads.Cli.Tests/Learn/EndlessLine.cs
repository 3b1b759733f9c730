namespace SocialLeads.Cli.Tests.Learn;

/// <summary>A file that is one line of a gigabyte.</summary>
internal sealed class EndlessLine : Stream
{
    private const long Bytes = 1L << 30;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, Bytes - BytesRead);
        buffer.AsSpan(offset, read).Fill((byte)'a');
        BytesRead += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
