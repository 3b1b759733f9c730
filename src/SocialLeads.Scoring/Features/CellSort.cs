using System.Numerics;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Sorts cells by merging. The platform's own sorting asks a delegate for each comparison, which takes longer than all the rest of
/// it. Keeps its room.
/// </summary>
internal sealed class CellSort
{
    /// <summary>Cells that are sorted by insertion, in runs that are then merged.</summary>
    private const int RunLength = 12;

    private Cell[] _room = [];

    public void Sort(Span<Cell> cells)
    {
        for (var start = 0; start < cells.Length; start += RunLength)
            Insert(cells.Slice(start, Math.Min(RunLength, cells.Length - start)));
        if (cells.Length <= RunLength) return;
        if (_room.Length < cells.Length) _room = new Cell[BitOperations.RoundUpToPowerOf2((uint)cells.Length)];
        var from = cells;
        var to = _room.AsSpan(0, cells.Length);
        for (var run = RunLength; run < cells.Length; run *= 2)
        {
            MergeRuns(from, to, run);
            var merged = to;
            to = from;
            from = merged;
        }

        if (from != cells) from.CopyTo(cells);
    }

    private static void Insert(Span<Cell> cells)
    {
        for (var i = 1; i < cells.Length; i++)
        {
            if (Cell.Compare(cells[i], cells[i - 1]) >= 0) continue;
            var cell = cells[i];
            var place = i;
            do
            {
                cells[place] = cells[place - 1];
                place--;
            }
            while (place > 0 && Cell.Compare(cell, cells[place - 1]) < 0);
            cells[place] = cell;
        }
    }

    private static void MergeRuns(ReadOnlySpan<Cell> from, Span<Cell> to, int run)
    {
        while (!from.IsEmpty)
        {
            var left = from[..Math.Min(run, from.Length)];
            var right = from[left.Length..Math.Min(2 * run, from.Length)];
            Merge(left, right, to);
            from = from[(left.Length + right.Length)..];
            to = to[(left.Length + right.Length)..];
        }
    }

    private static void Merge(ReadOnlySpan<Cell> left, ReadOnlySpan<Cell> right, Span<Cell> to)
    {
        var (l, r, place) = (0, 0, 0);
        while (l < left.Length && r < right.Length)
            to[place++] = Cell.Compare(right[r], left[l]) < 0 ? right[r++] : left[l++];
        left[l..].CopyTo(to[place..]);
        right[r..].CopyTo(to[(place + left.Length - l)..]);
    }
}
