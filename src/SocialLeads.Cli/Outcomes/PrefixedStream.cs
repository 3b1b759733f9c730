namespace SocialLeads.Cli.Outcomes;

/// <summary>A stream again from its beginning, of which some bytes were read to find out what it is. Leaves the stream open.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> read, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> _read = read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_read.IsEmpty) return rest.Read(buffer);
        var taken = Math.Min(buffer.Length, _read.Length);
        _read.Span[..taken].CopyTo(buffer);
        _read = _read[taken..];
        return taken;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _read.IsEmpty ? rest.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
