namespace SocialLeads.Scoring.Features;

/// <summary>A growing list of cells that is filled again and again and keeps its room.</summary>
internal sealed class CellList
{
    private readonly CellSort _sort = new();
    private Cell[] _cells = new Cell[64];

    public int Count { get; private set; }

    public Span<Cell> Span => _cells.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(in Cell cell)
    {
        if (Count == _cells.Length) Array.Resize(ref _cells, Count * 2);
        _cells[Count++] = cell;
    }

    public void AddRange(ReadOnlySpan<Cell> cells)
    {
        if (_cells.Length - Count < cells.Length) Array.Resize(ref _cells, Math.Max(Count + cells.Length, _cells.Length * 2));
        cells.CopyTo(_cells.AsSpan(Count));
        Count += cells.Length;
    }

    public void Truncate(int count) => Count = count;

    /// <summary>Moves what is older than a day to the remainder, and keeps sorted what was sorted.</summary>
    public void Undate(int oldestKept, SymbolTable symbols)
    {
        var lastKept = Cell.WhenOf(oldestKept);
        var any = false;
        foreach (ref var cell in Span)
        {
            if (cell.When <= lastKept) continue;
            cell.Undate(symbols.At(cell.Series).Shape);
            any = true;
        }
        if (any) SortAndMerge(symbols);
    }

    /// <summary>Sorts, and merges the cells that are of one place.</summary>
    public void SortAndMerge(SymbolTable symbols)
    {
        _sort.Sort(Span);
        var cells = Span;
        var last = 0;
        for (var i = 1; i < cells.Length; i++)
        {
            if (Cell.Compare(cells[last], cells[i]) == 0)
                cells[last].Merge(cells[i], symbols.At(cells[i].Series).Shape);
            else
                cells[++last] = cells[i];
        }
        if (Count > 0) Count = last + 1;
    }
}
