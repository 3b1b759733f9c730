namespace SocialLeads.Scoring.Features;

/// <summary>
/// How the cells of one activity, which are all of one day, lie in memory until they are folded: a sixth of what they take otherwise.
/// Every number is an unsigned LEB128 varint.
/// <code>
/// activity = when  cell+
/// cell     = series &lt;&lt; 3 | sub is not 0 &lt;&lt; 2 | B is not 0 &lt;&lt; 1 | A is not 1
///            [A, zigzag-coded]  [B]  [sub]
/// </code>
/// </summary>
internal static class WaitingFormat
{
    private const int HeadBits = 3;
    private const ulong HasA = 1;
    private const ulong HasB = 2;
    private const ulong HasSub = 4;

    /// <summary>Writes the cells of one activity, at least one.</summary>
    public static void Write(VarintBuffer buffer, ReadOnlySpan<Cell> cells)
    {
        buffer.Write((ulong)cells[0].When);
        foreach (ref readonly var cell in cells)
        {
            var has = (cell.A != 1 ? HasA : 0) | (cell.B != 0 ? HasB : 0) | (cell.Sub != 0 ? HasSub : 0);
            buffer.Write((ulong)cell.Series << HeadBits | has);
            if (cell.A != 1) buffer.Write((ulong)(cell.A << 1 ^ cell.A >> 63));
            if (cell.B != 0) buffer.Write((ulong)cell.B);
            if (cell.Sub != 0) buffer.Write((ulong)cell.Sub);
        }
    }

    /// <summary>Adds the cells of one activity to a list.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, CellList cells)
    {
        var position = 0;
        var cell = new Cell { When = (int)Varint.Read(bytes, ref position) };
        while (position < bytes.Length)
        {
            var head = Varint.Read(bytes, ref position);
            cell.Series = (int)(head >> HeadBits);
            cell.A = 1;
            if ((head & HasA) != 0)
            {
                var zigzag = Varint.Read(bytes, ref position);
                cell.A = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
            }

            cell.B = (head & HasB) != 0 ? (long)Varint.Read(bytes, ref position) : 0;
            cell.Sub = (head & HasSub) != 0 ? (long)Varint.Read(bytes, ref position) : 0;
            cells.Add(cell);
        }
    }
}
