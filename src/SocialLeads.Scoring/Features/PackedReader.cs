using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>Reads packed features (<see cref="PackedFormat"/>) one series and one cell at a time, without copying.</summary>
internal ref struct PackedReader
{
    private const long MaxStamp = (UtcDay.Max + 1L) * UtcDay.Ms;

    /// <summary>Of a duration or a value, which are far smaller.</summary>
    private const ulong MaxZigzag = 1UL << 62;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private int _series = -1;
    private long _peer;
    private CellShape _shape;
    private bool _single;
    private int _bodyEnd;
    private int _peerCells;
    private long _age;

    /// <summary>Begins to read features that are not empty.</summary>
    public PackedReader(ReadOnlySpan<byte> features)
    {
        _bytes = features;
        if (features.IsEmpty) Throw("ends too early");
        if (features[0] != PackedFormat.Version) Throw("is of an unknown version");
        var position = 1;
        var bits = (int)Varint.Read(features, ref position, 2 * PackedFormat.WithoutActivityFlag - 1);
        var overBound = bits & ~PackedFormat.WithoutActivityFlag;
        if (overBound >= 1 << FeatureBounds.Classes) Varint.Throw("has a number out of range", position);
        if (bits != overBound)
        {
            Header = FeatureHeader.WithoutActivity with { OverBound = overBound };
        }
        else
        {
            var newest = (int)Varint.Read(features, ref position, UtcDay.Max);
            Header = new((int)(newest - Varint.Read(features, ref position, newest)), newest, overBound);
        }

        _position = position;
    }

    public FeatureHeader Header { get; }

    public readonly int Series => _series;

    public readonly CellShape Shape => _shape;

    /// <summary>The series before it; -1 for the first.</summary>
    public int SeriesBefore { get; private set; } = -1;

    /// <summary>Where it begins.</summary>
    public int SeriesStart { get; private set; }

    /// <summary>Whether the series has one cell, without a length.</summary>
    public readonly bool IsSingle => _single;

    /// <summary>Goes to the next series, passing over what was not read of this one.</summary>
    public bool NextSeries()
    {
        SkipBody();
        var bytes = _bytes;
        var position = _position;
        SeriesStart = position;
        if (position == bytes.Length) return false;
        SeriesBefore = _series;
        var head = Varint.Read(bytes, ref position);
        var id = (long)(head >> PackedFormat.HeadBits) + _series + 1;
        if (id > int.MaxValue) Varint.Throw("has a series out of range", position);
        _shape = (CellShape)(head & PackedFormat.ShapeMask);
        _single = (head & PackedFormat.SingleFlag) != 0;
        if (_single && _shape == CellShape.Peers) Varint.Throw("has a series of an impossible shape", position);
        _series = (int)id;
        _peer = 0;
        _age = -1;
        _peerCells = 0;
        if (!_single)
        {
            var length = (int)Varint.Read(bytes, ref position, int.MaxValue);
            if (length > bytes.Length - position) Varint.Throw("ends too early", position);
            _bodyEnd = position + length;
        }
        _position = position;
        return true;
    }

    /// <summary>Reads the next cell of the series.</summary>
    public bool NextCell(out Cell cell)
    {
        if (_single ? _age >= 0 : _position >= _bodyEnd)
        {
            cell = default;
            return false;
        }
        if (_shape == CellShape.Peers && _peerCells-- == 0) NextPeer();
        ReadCell(out cell);
        if (!_single && _position > _bodyEnd) Throw("has a series that overruns its length");
        return true;
    }

    /// <summary>
    /// Reads the amount of the one cell of a series of sums; of nothing else there is to read as little, and hardly anything is read as often.
    /// </summary>
    /// <param name="when">See <see cref="Cell.When"/>.</param>
    public long ReadSingleAmount(out int when)
    {
        var bytes = _bytes;
        var position = _position;
        when = WhenOf(Varint.Read(bytes, ref position, UtcDay.Max + 1), position);
        _age = 0;
        var amount = ReadAmount(bytes, ref position, out var hasSecond);
        if (hasSecond) Varint.ReadThousands(bytes, ref position, FeatureBounds.MaxSum);
        _position = position;
        return amount;
    }

    /// <summary>Passes over the series, of which no cell was read, and gives its packed body.</summary>
    public ReadOnlySpan<byte> TakeBody()
    {
        var start = _position;
        SkipBody();
        _age = 0;
        return _bytes[start.._position];
    }

    /// <summary>Refuses the data.</summary>
    [DoesNotReturn]
    public readonly void Throw(string problem) => Varint.Throw(problem, _position);

    private void SkipBody()
    {
        if (_series < 0) return;
        if (!_single)
        {
            if (_peerCells > 0 && _position == _bodyEnd) Throw("has a peer with too few cells");
            Skip(_bodyEnd - _position);
            return;
        }
        if (_age >= 0) return;
        var bytes = _bytes;
        var position = _position;
        Varint.Read(bytes, ref position);
        var first = Varint.Read(bytes, ref position);
        if (_shape != CellShape.Sum || (first & 1) != 0) Varint.Read(bytes, ref position);
        _position = position;
    }

    private void Skip(int count)
    {
        if (count > _bytes.Length - _position) Throw("ends too early");
        _position += count;
    }

    private void NextPeer()
    {
        var peer = ReadPeerHash();
        if (_age >= 0 && peer <= _peer) Throw("has peers out of order");
        _peer = peer;
        _peerCells = (int)Varint.Read(_bytes, ref _position, int.MaxValue) - 1;
        if (_peerCells < 0) Throw("has a peer without cells");
        _age = -1;
    }

    private long ReadPeerHash()
    {
        var start = _position;
        Skip(PackedFormat.PeerHashBytes);
        var bytes = _bytes[start..];
        return (long)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32 | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]);
    }

    // Fills the cell itself: a copy of what was written a moment ago piece by piece would have to wait for it.
    private void ReadCell(out Cell cell)
    {
        var bytes = _bytes;
        var position = _position;
        var age = Varint.Read(bytes, ref position, UtcDay.Max + 1);
        if (_age >= 0)
        {
            if (age == 0) Varint.Throw("has a cell twice", position);
            age += _age;
        }
        _age = age;
        cell.Series = _series;
        cell.Sub = _peer;
        cell.When = WhenOf(age, position);
        if (_shape == CellShape.Sum)
        {
            cell.A = ReadAmount(bytes, ref position, out var hasSecond);
            cell.B = hasSecond ? (long)Varint.ReadThousands(bytes, ref position, FeatureBounds.MaxSum) : 0;
            _position = position;
            return;
        }
        _position = position;
        (cell.A, cell.B) = ReadOther();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int WhenOf(long age, int position)
    {
        if (age > Header.NewestDay + 1) Varint.Throw("has a day before 0001-01-01", position);
        return age == 0 ? Cell.Remainder : Cell.WhenOf(Header.NewestDay) + (int)age - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ReadAmount(ReadOnlySpan<byte> bytes, ref int position, out bool hasSecond)
    {
        var first = Varint.Read(bytes, ref position);
        hasSecond = (first & 1) != 0;
        var amount = (long)(first >> 1);
        if (amount > FeatureBounds.MaxSum) Varint.Throw("has a number out of range", position);
        return amount;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (long A, long B) ReadOther()
    {
        var bytes = _bytes;
        var position = _position;
        long a;
        long b = 0;
        if (_shape == CellShape.Latest)
        {
            var zigzag = Varint.ReadThousands(bytes, ref position, MaxZigzag);
            a = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        }
        else
        {
            a = Varint.Read(bytes, ref position, FeatureBounds.MaxSum);
        }
        if (_shape != CellShape.Peers) b = Varint.Read(bytes, ref position, MaxStamp);
        _position = position;
        return (a, b);
    }
}
