namespace SocialLeads.Scoring.Features;

/// <summary>A growing list of cells that is filled again and again and keeps its room.</summary>
internal sealed class CellList
{
    private Cell[] _cells = new Cell[64];

    public int Count { get; private set; }

    public Span<Cell> Span => _cells.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(in Cell cell)
    {
        if (Count == _cells.Length) Array.Resize(ref _cells, Count * 2);
        _cells[Count++] = cell;
    }

    /// <summary>Adds a cell that does not sort before the last one, or merges it into that if they are of the same place.</summary>
    public void AddInOrder(in Cell cell, SymbolTable symbols)
    {
        if (Count > 0)
        {
            ref var last = ref _cells[Count - 1];
            if (last.When == cell.When && last.Series == cell.Series && last.Sub == cell.Sub)
            {
                last.Merge(cell, symbols.At(cell.Series).Shape);
                return;
            }
        }
        Add(cell);
    }

    public void Truncate(int count) => Count = count;

    public void Sort() => Span.Sort(static (left, right) => Cell.Compare(left, right));
}
