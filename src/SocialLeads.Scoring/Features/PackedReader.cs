using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>Reads packed features (<see cref="PackedFormat"/>) one series and one cell at a time, without copying.</summary>
internal ref struct PackedReader
{
    private const long MaxStamp = (UtcDay.Max + 1L) * UtcDay.Ms;

    /// <summary>Of a duration or a value, which are far smaller.</summary>
    private const ulong MaxZigzag = 1UL << 62;

    private VarintReader _reader;
    private Cell _cell;
    private CellShape _shape;
    private bool _single;
    private int _bodyEnd;
    private int _peerCells;
    private long _age;

    /// <summary>Begins to read features that are not empty.</summary>
    public PackedReader(ReadOnlySpan<byte> features)
    {
        _reader = new(features);
        _cell.Series = -1;
        if (_reader.ReadByte() != PackedFormat.Version) _reader.Throw("is of an unknown version");
        var bits = (int)_reader.Read(2 * PackedFormat.WithoutActivityFlag - 1);
        var overBound = bits & ~PackedFormat.WithoutActivityFlag;
        if (overBound >= 1 << FeatureBounds.Classes) _reader.Throw("has a number out of range");
        if (bits != overBound)
        {
            Header = FeatureHeader.WithoutActivity with { OverBound = overBound };
            return;
        }

        var newest = (int)_reader.Read(UtcDay.Max);
        Header = new((int)(newest - _reader.Read(newest)), newest, overBound);
    }

    public FeatureHeader Header { get; }

    public readonly int Series => _cell.Series;

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
        SeriesStart = _reader.Position;
        if (_reader.AtEnd) return false;
        SeriesBefore = _cell.Series;
        var head = _reader.Read();
        var id = (long)(head >> PackedFormat.HeadBits) + _cell.Series + 1;
        if (id > int.MaxValue) _reader.Throw("has a series out of range");
        _shape = (CellShape)(head & PackedFormat.ShapeMask);
        _single = (head & PackedFormat.SingleFlag) != 0;
        if (_single && _shape == CellShape.Peers) _reader.Throw("has a series of an impossible shape");
        _cell.Series = (int)id;
        _cell.Sub = 0;
        _age = -1;
        _peerCells = 0;
        if (_single) return true;
        var length = (int)_reader.Read(int.MaxValue);
        if (length > _reader.Remaining) _reader.Throw("ends too early");
        _bodyEnd = _reader.Position + length;
        return true;
    }

    /// <summary>Reads the next cell of the series.</summary>
    public bool NextCell(out Cell cell)
    {
        if (_single ? _age >= 0 : _reader.Position >= _bodyEnd)
        {
            cell = default;
            return false;
        }
        if (_shape == CellShape.Peers && _peerCells-- == 0) NextPeer();
        ReadCell();
        if (!_single && _reader.Position > _bodyEnd) _reader.Throw("has a series that overruns its length");
        cell = _cell;
        return true;
    }

    /// <summary>Passes over the series, of which no cell was read, and gives its packed body.</summary>
    public ReadOnlySpan<byte> TakeBody()
    {
        var start = _reader.Position;
        SkipBody();
        _age = 0;
        return _reader.Since(start);
    }

    /// <summary>Refuses the data.</summary>
    [DoesNotReturn]
    public readonly void Throw(string problem) => _reader.Throw(problem);

    private void SkipBody()
    {
        if (_cell.Series < 0) return;
        if (!_single)
        {
            if (_peerCells > 0 && _reader.Position == _bodyEnd) _reader.Throw("has a peer with too few cells");
            _reader.Skip(_bodyEnd - _reader.Position);
            return;
        }
        if (_age >= 0) return;
        _reader.Read();
        var first = _reader.Read();
        if (_shape != CellShape.Sum || (first & 1) != 0) _reader.Read();
    }

    private void NextPeer()
    {
        var sub = ReadPeerHash();
        if (_age >= 0 && sub <= _cell.Sub) _reader.Throw("has peers out of order");
        _cell.Sub = sub;
        _peerCells = (int)_reader.Read(int.MaxValue) - 1;
        if (_peerCells < 0) _reader.Throw("has a peer without cells");
        _age = -1;
    }

    private long ReadPeerHash()
    {
        var bytes = _reader.ReadBytes(PackedFormat.PeerHashBytes);
        return (long)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32 | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]);
    }

    private void ReadCell()
    {
        var step = _reader.Read(UtcDay.Max + 1);
        if (_age < 0) _age = step;
        else if (step == 0) _reader.Throw("has a cell twice");
        else _age += step;
        if (_age > Header.NewestDay + 1) _reader.Throw("has a day before 0001-01-01");
        _cell.When = _age == 0 ? Cell.Remainder : Cell.WhenOf(Header.NewestDay) + (int)_age - 1;
        switch (_shape)
        {
            case CellShape.StampedSum:
                _cell.A = _reader.Read(FeatureBounds.MaxSum);
                _cell.B = _reader.Read(MaxStamp);
                break;
            case CellShape.Latest:
                var zigzag = _reader.ReadThousands(MaxZigzag);
                _cell.A = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
                _cell.B = _reader.Read(MaxStamp);
                break;
            case CellShape.Sum:
                var first = _reader.Read();
                _cell.A = (long)(first >> 1);
                if (_cell.A > FeatureBounds.MaxSum) _reader.Throw("has a number out of range");
                _cell.B = (first & 1) == 0 ? 0 : (long)_reader.ReadThousands(FeatureBounds.MaxSum);
                break;
            default:
                _cell.A = _reader.Read(FeatureBounds.MaxSum);
                _cell.B = 0;
                break;
        }
    }
}
