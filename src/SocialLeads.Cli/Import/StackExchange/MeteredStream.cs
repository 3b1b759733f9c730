namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// Reads through to a file, counts the bytes for the progress bar, and refuses a row that would not fit in memory: an XML
/// reader takes each attribute in one piece, however long it is.
/// </summary>
internal sealed class MeteredStream(Stream inner, Action<int> onRead) : Stream
{
    /// <summary>The most bytes read while a row is being taken in. Real rows stay under 1 MiB.</summary>
    public const int MaxRowBytes = 16 * 1024 * 1024;

    private long _sinceRow;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Says that a row is complete and the next may be as long again.</summary>
    public void EndRow() => _sinceRow = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_sinceRow > MaxRowBytes)
            throw new RowTooLongException();
        var read = inner.Read(buffer);
        _sinceRow += read;
        onRead(read);
        return read;
    }

    public override void Flush() => inner.Flush();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A row is longer than <see cref="MeteredStream.MaxRowBytes"/>.</summary>
internal sealed class RowTooLongException() : IOException($"a row is longer than {MeteredStream.MaxRowBytes:N0} bytes");
