using System.Buffers.Binary;

namespace SocialLeads.Scoring.Features;

/// <summary>Writes packed features (<see cref="PackedFormat"/>). Keeps its buffers.</summary>
internal sealed class PackedWriter
{
    private readonly VarintBuffer _whole = new();
    private readonly VarintBuffer _body = new();

    /// <summary>Packs cells that are sorted, with no two alike.</summary>
    public byte[] Write(FeatureHeader header, ReadOnlySpan<Cell> cells, SymbolTable symbols)
    {
        _whole.Clear();
        _whole.WriteByte(PackedFormat.Version);
        _whole.Write((ulong)header.OverBound);
        _whole.Write((ulong)header.NewestDay);
        _whole.Write((ulong)(header.NewestDay - header.FirstDay));
        var ageBase = Cell.WhenOf(header.NewestDay) - 1;
        var seriesBefore = -1;
        while (!cells.IsEmpty)
        {
            var series = cells[0].Series;
            var count = 1;
            while (count < cells.Length && cells[count].Series == series) count++;
            WriteSeries(series - seriesBefore - 1, symbols.At(series).Shape, cells[..count], ageBase);
            cells = cells[count..];
            seriesBefore = series;
        }
        return _whole.ToArray();
    }

    private void WriteSeries(int step, CellShape shape, ReadOnlySpan<Cell> cells, int ageBase)
    {
        var head = (ulong)step << PackedFormat.HeadBits | (uint)shape;
        if (cells.Length == 1 && shape != CellShape.Peers)
        {
            _whole.Write(head | PackedFormat.SingleFlag);
            WriteCells(_whole, shape, cells, ageBase);
            return;
        }
        _body.Clear();
        if (shape == CellShape.Peers)
            WritePeers(cells, ageBase);
        else
            WriteCells(_body, shape, cells, ageBase);
        _whole.Write(head);
        _whole.Write((ulong)_body.Length);
        _whole.Write(_body.Written);
    }

    private void WritePeers(ReadOnlySpan<Cell> cells, int ageBase)
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
            WriteCells(_body, CellShape.Peers, cells[..count], ageBase);
            cells = cells[count..];
        }
    }

    private static void WriteCells(VarintBuffer buffer, CellShape shape, ReadOnlySpan<Cell> cells, int ageBase)
    {
        var ageBefore = 0;
        foreach (ref readonly var cell in cells)
        {
            var age = cell.When == Cell.Remainder ? 0 : cell.When - ageBase;
            buffer.Write((ulong)(age - ageBefore));
            ageBefore = age;
            buffer.Write(shape == CellShape.Latest ? (ulong)(cell.A << 1 ^ cell.A >> 63) : (ulong)cell.A);
            if (shape is CellShape.StampedSum or CellShape.Latest) buffer.Write((ulong)cell.B);
        }
    }
}
