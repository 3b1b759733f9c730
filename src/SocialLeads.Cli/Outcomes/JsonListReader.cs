using System.Text.Json;

namespace SocialLeads.Cli.Outcomes;

/// <summary>
/// Reads the elements of a list in JSON one by one, so that one of any length takes no more memory than its longest element.
/// </summary>
internal sealed class JsonListReader(Stream stream)
{
    /// <summary>The longest element, in bytes.</summary>
    public const int MaxElementBytes = 1024 * 1024;

    private const byte NewLine = (byte)'\n';

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _line = 1;
    private bool _isAllRead;
    private JsonReaderState _state;

    /// <summary>The line that the element that was read last begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next element; null behind the last.</summary>
    /// <exception cref="JsonException">There is no list, or something behind it, or an element is too long.</exception>
    public async Task<JsonDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(out var element)) return element;
            if (_isAllRead) return null;
            if (_end - _start > MaxElementBytes) throw TooLong();
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>False when that takes more bytes than were read, or when there are no more.</summary>
    private bool TryTake(out JsonDocument? element)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isAllRead, _state);
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartArray or JsonTokenType.EndArray }) continue;
            var begin = (int)reader.TokenStartIndex;
            if (!JsonDocument.TryParseValue(ref reader, out element)) return false;
            Line = _line + _buffer.AsSpan(_start, begin).Count(NewLine);
            Consume(in reader);
            return true;
        }

        Consume(in reader);
        element = null;
        return false;
    }

    private JsonException TooLong()
    {
        var begin = _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept(" \t\r\n,"u8);
        var line = _line + _buffer.AsSpan(_start, Math.Max(begin, 0)).Count(NewLine);
        return new JsonException($"an element of more than {MaxElementBytes:N0} bytes", path: null, lineNumber: line - 1, bytePositionInLine: null);
    }

    private void Consume(in Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _line += _buffer.AsSpan(_start, consumed).Count(NewLine);
        _start += consumed;
        _state = reader.CurrentState;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);

        // A read from a terminal or a pipe blocks and knows nothing of cancellation: Ctrl-C must not wait for it.
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).AsTask().WaitAsync(cancellationToken);
        _end += read;
        _isAllRead = read == 0;
    }
}
