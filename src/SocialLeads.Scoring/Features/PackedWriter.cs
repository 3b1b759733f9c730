using System.Buffers.Binary;

namespace SocialLeads.Scoring.Features;

/// <summary>Writes packed features (<see cref="PackedFormat"/>), series by series in their order. Keeps its buffers.</summary>
internal sealed class PackedWriter
{
    private readonly VarintBuffer _whole = new();
    private readonly VarintBuffer _body = new();
    private int _ageBase;

    /// <summary>The series that was written last; -1 before the first.</summary>
    public int LastSeries { get; private set; }

    /// <summary>Packs cells that are sorted, with no two alike.</summary>
    public byte[] Write(FeatureHeader header, ReadOnlySpan<Cell> cells, SymbolTable symbols)
    {
        Begin(header);
        while (!cells.IsEmpty)
        {
            var count = Cell.CountOfFirstSeries(cells);
            Add(symbols.At(cells[0].Series).Shape, cells[..count]);
            cells = cells[count..];
        }
        return ToArray();
    }

    /// <summary>Begins anew.</summary>
    public void Begin(FeatureHeader header)
    {
        _whole.Clear();
        _whole.WriteByte(PackedFormat.Version);
        LastSeries = -1;
        if (!header.HasActivity)
        {
            // Nothing has a date, so no age is ever counted.
            _whole.Write((ulong)(header.OverBound | PackedFormat.WithoutActivityFlag));
            return;
        }

        _whole.Write((ulong)header.OverBound);
        _whole.Write((ulong)header.NewestDay);
        _whole.Write((ulong)(header.NewestDay - header.FirstDay));
        _ageBase = Cell.WhenOf(header.NewestDay) - 1;
    }

    /// <summary>Adds the next series.</summary>
    /// <param name="shape">The shape of the series.</param>
    /// <param name="cells">Its cells, at least one.</param>
    public void Add(CellShape shape, ReadOnlySpan<Cell> cells)
    {
        var single = cells.Length == 1 && shape != CellShape.Peers;
        WriteHead(cells[0].Series, shape, single);
        if (single)
        {
            WriteCells(_whole, shape, cells);
            return;
        }
        _body.Clear();
        if (shape == CellShape.Peers)
            WritePeers(cells);
        else
            WriteCells(_body, shape, cells);
        _whole.Write((ulong)_body.Length);
        _whole.Write(_body.Written);
    }

    /// <summary>Adds the next series with a body as it was packed under the same newest day.</summary>
    public void Copy(int series, CellShape shape, bool single, ReadOnlySpan<byte> body)
    {
        WriteHead(series, shape, single);
        if (!single) _whole.Write((ulong)body.Length);
        _whole.Write(body);
    }

    /// <summary>Adds the next series as they were packed under the same newest day, behind the same series.</summary>
    public void CopyRun(ReadOnlySpan<byte> series, int lastSeries)
    {
        _whole.Write(series);
        LastSeries = lastSeries;
    }

    /// <summary>What was written.</summary>
    public byte[] ToArray() => _whole.ToArray();

    private void WriteHead(int series, CellShape shape, bool single)
    {
        var step = (ulong)(series - LastSeries - 1);
        _whole.Write(step << PackedFormat.HeadBits | (single ? (ulong)PackedFormat.SingleFlag : 0) | (uint)shape);
        LastSeries = series;
    }

    private void WritePeers(ReadOnlySpan<Cell> cells)
    {
        Span<byte> hash = stackalloc byte[sizeof(ulong)];
        while (!cells.IsEmpty)
        {
            var peer = cells[0].Sub;
            var count = 1;
            while (count < cells.Length && cells[count].Sub == peer) count++;
            BinaryPrimitives.WriteInt64BigEndian(hash, peer);
            _body.Write(hash[^PackedFormat.PeerHashBytes..]);
            _body.Write((ulong)count);
            WriteCells(_body, CellShape.Peers, cells[..count]);
            cells = cells[count..];
        }
    }

    private void WriteCells(VarintBuffer buffer, CellShape shape, ReadOnlySpan<Cell> cells)
    {
        var ageBefore = 0;
        foreach (ref readonly var cell in cells)
        {
            var age = cell.When == Cell.Remainder ? 0 : cell.When - _ageBase;
            buffer.Write((ulong)(age - ageBefore));
            ageBefore = age;
            switch (shape)
            {
                case CellShape.Sum:
                    buffer.Write((ulong)cell.A << 1 | (cell.B > 0 ? 1UL : 0));
                    if (cell.B > 0) buffer.WriteThousands((ulong)cell.B);
                    break;
                case CellShape.Peers:
                    buffer.Write((ulong)cell.A);
                    break;
                case CellShape.StampedSum:
                    buffer.Write((ulong)cell.A);
                    buffer.Write((ulong)cell.B);
                    break;
                default:
                    buffer.WriteThousands((ulong)(cell.A << 1 ^ cell.A >> 63));
                    buffer.Write((ulong)cell.B);
                    break;
            }
        }
    }
}
