namespace SocialLeads.Cli.Import.Jsonl;

/// <summary>A line of a file: its bytes without the line end, valid until the next is read; null when it is too long.</summary>
internal readonly record struct Line(long Number, ReadOnlyMemory<byte>? Bytes);

/// <summary>Reads lines of at most <see cref="MaxLineBytes"/>; of a longer one it tells that it was there and reads on.</summary>
internal sealed class LineReader(Stream stream, Action<int> onRead)
{
    public const int MaxLineBytes = 1024 * 1024;
    private const byte NewLine = (byte)'\n';

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _number;

    /// <summary>The next line; null at the end of the file.</summary>
    public async Task<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        var tooLong = false;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(NewLine);
            if (at >= 0)
                return Take(searched + at, separator: 1, tooLong);

            searched = _end - _start;
            if (searched > MaxLineBytes)
            {
                tooLong = true;
                _start = _end = searched = 0;
            }

            if (await FillAsync(cancellationToken))
                continue;
            return searched == 0 && !tooLong ? null : Take(searched, separator: 0, tooLong);
        }
    }

    private Line Take(int length, int separator, bool tooLong)
    {
        ReadOnlyMemory<byte> bytes = _buffer.AsMemory(_start, length);
        _start += length + separator;
        _number++;
        if (bytes.Span.EndsWith("\r"u8))
            bytes = bytes[..^1];
        return new Line(_number, tooLong || bytes.Length > MaxLineBytes ? default(ReadOnlyMemory<byte>?) : bytes);
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);

        // A read from a terminal or a pipe blocks and knows nothing of cancellation: Ctrl-C must not wait for it.
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).AsTask().WaitAsync(cancellationToken);
        _end += read;
        onRead(read);
        return read > 0;
    }
}
