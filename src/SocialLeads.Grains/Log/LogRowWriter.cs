using System.Buffers;
using System.Text;
using Google.Protobuf;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Log;

/// <summary>
/// Writes a row of the log activity by activity, the same bytes as the generated <see cref="LoggedBatch"/>. That one has to be built as
/// a tree of objects first and measured before it is written: three times the work, at what every activity comes by.
/// </summary>
internal sealed class LogRowWriter : IDisposable
{
    private const int SmallestRoom = 4096;
    private const int MaxVarintBytes = 10;
    private const int MaxUtf8BytesPerChar = 3;

    /// <summary>Below it a length takes one byte.</summary>
    private const int LongLength = 128;

    /// <summary>The arrival comes first and is known last.</summary>
    private const int RoomForArrival = 1 + MaxVarintBytes;

    private byte[] _bytes = [];
    private int _length = RoomForArrival;

    /// <summary>Adds an activity at the row's end.</summary>
    public void Add(Activity activity)
    {
        var start = BeginMessage(LoggedBatch.ActivitiesFieldNumber);
        Write(LoggedActivity.IdFieldNumber, activity.Id);
        Write(LoggedActivity.MemberFieldNumber, activity.Member);
        Write(LoggedActivity.KindFieldNumber, activity.Kind);
        if (activity.OccurredAtMs != 0) Write(LoggedActivity.OccurredAtMsFieldNumber, ZigZag(activity.OccurredAtMs));
        Write(LoggedActivity.GroupFieldNumber, activity.Group);
        if (!activity.Tags.IsDefault)
        {
            foreach (var tag in activity.Tags) WriteEvenEmpty(LoggedActivity.TagsFieldNumber, tag);
        }

        Write(LoggedActivity.PeerFieldNumber, activity.Peer);
        Write(LoggedActivity.PeerRoleFieldNumber, activity.PeerRole);
        Write(LoggedActivity.EmailDomainFieldNumber, activity.EmailDomain);
        if (activity.DurationMs is { } duration) Write(LoggedActivity.DurationMsFieldNumber, (ulong)duration);
        if (activity.ValueThousandths is { } value) Write(LoggedActivity.ValueThousandthsFieldNumber, ZigZag(value));
        Write(LoggedActivity.TextFieldNumber, activity.Text);
        Write(LoggedActivity.ChannelFieldNumber, activity.Channel);
        if (!activity.Attributes.IsDefault)
        {
            foreach (var (name, text) in activity.Attributes) WriteAttribute(name, text);
        }

        if (activity.Outcome != OutcomeKind.None) Write(LoggedActivity.OutcomeFieldNumber, (ulong)(int)activity.Outcome);
        EndMessage(start);
    }

    /// <summary>The row of the activities that were added, valid until the writer is disposed of. The last call before that.</summary>
    /// <param name="arrivedAtMs">When the last of them arrived, milliseconds since 1970-01-01 UTC.</param>
    /// <param name="symbolsSpent">What the day of arrival was charged with for new series until then.</param>
    public ReadOnlyMemory<byte> Finish(long arrivedAtMs, int symbolsSpent = 0)
    {
        Reserve(0);
        if (symbolsSpent > 0) Write(LoggedBatch.SymbolsSpentFieldNumber, (ulong)symbolsSpent);
        var head = arrivedAtMs == 0 ? 0 : 1 + CodedOutputStream.ComputeInt64Size(arrivedAtMs);
        var start = RoomForArrival - head;
        if (head > 0)
        {
            _bytes[start] = Tag(LoggedBatch.ArrivedAtMsFieldNumber, WireFormat.WireType.Varint);
            WriteVarint(_bytes, start + 1, (ulong)arrivedAtMs);
        }

        return _bytes.AsMemory(start.._length);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], RoomForArrival);
    }

    private void WriteAttribute(string name, string text)
    {
        var start = BeginMessage(LoggedActivity.AttributesFieldNumber);
        Write(LoggedAttribute.NameFieldNumber, name);
        Write(LoggedAttribute.ValueFieldNumber, text);
        EndMessage(start);
    }

    /// <summary>Leaves one byte for the length of what follows, and gives where that begins.</summary>
    private int BeginMessage(int field)
    {
        Reserve(2);
        _bytes[_length] = Tag(field, WireFormat.WireType.LengthDelimited);
        return _length += 2;
    }

    private void EndMessage(int start)
    {
        var length = _length - start;
        if (length >= LongLength)
        {
            var more = CodedOutputStream.ComputeLengthSize(length) - 1;
            Reserve(more);
            _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(start + more));
            _length += more;
        }

        WriteVarint(_bytes, start - 1, (ulong)length);
    }

    private void Write(int field, string text)
    {
        if (text.Length > 0) WriteEvenEmpty(field, text);
    }

    private void WriteEvenEmpty(int field, string text)
    {
        Reserve(1 + MaxVarintBytes + text.Length * MaxUtf8BytesPerChar);
        _bytes[_length++] = Tag(field, WireFormat.WireType.LengthDelimited);
        if (text.Length * MaxUtf8BytesPerChar < LongLength)
        {
            var written = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length + 1));
            _bytes[_length] = (byte)written;
            _length += 1 + written;
            return;
        }

        _length = WriteVarint(_bytes, _length, (ulong)Encoding.UTF8.GetByteCount(text));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    private void Write(int field, ulong number)
    {
        Reserve(1 + MaxVarintBytes);
        _bytes[_length++] = Tag(field, WireFormat.WireType.Varint);
        _length = WriteVarint(_bytes, _length, number);
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length >= count) return;
        // Rows are large, and come many times a second: of their own they would be collected with the members' features.
        var more = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(SmallestRoom, 2 * _bytes.Length), _length + count));
        _bytes.AsSpan(0, Math.Min(_length, _bytes.Length)).CopyTo(more);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = more;
    }

    // No field has a number above 15, so a tag is a byte.
    private static byte Tag(int field, WireFormat.WireType type) => (byte)WireFormat.MakeTag(field, type);

    private static ulong ZigZag(long number) => (ulong)(number << 1 ^ number >> 63);

    private static int WriteVarint(byte[] bytes, int at, ulong number)
    {
        for (; number >= 0x80; number >>= 7) bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
        return at;
    }
}
