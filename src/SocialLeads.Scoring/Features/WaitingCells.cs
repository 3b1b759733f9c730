using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Activities that wait to be folded, as cells in a ring; those of one member are chained. Cells and not activities, so that the
/// activities' texts need not be kept.
/// </summary>
internal sealed class WaitingCells(ActivityCells source)
{
    private readonly CellList _added = new();
    private readonly Ring<Cell> _cells = new();
    private readonly Ring<Link> _links = new();

    /// <summary>How many cells wait.</summary>
    public int Count => _cells.Count;

    /// <summary>Adds an activity to a chain, 0 for a new one, and gives its number: one more than that of the one before.</summary>
    public long Add(Activity activity, long chain)
    {
        _added.Clear();
        source.AddTo(_added, activity);
        _links.Add(new(_cells.Tail, chain));
        _cells.AddRange(_added.Span);
        return _links.Tail;
    }

    /// <summary>Copies the cells of a chain to a list, in no order.</summary>
    public void CopyTo(CellList cells, long chain)
    {
        while (chain > 0)
        {
            var link = _links[chain - 1];
            _cells.Read(link.Start, (int)(EndOf(chain) - link.Start), out var first, out var second);
            cells.AddRange(first);
            cells.AddRange(second);
            chain = link.Next;
        }
    }

    /// <summary>Forgets the activities up to a number.</summary>
    public void Forget(long number)
    {
        _cells.DropUntil(EndOf(number));
        _links.DropUntil(number);
    }

    /// <summary>Gives room back that was not needed lately.</summary>
    public void Shrink()
    {
        _cells.Shrink();
        _links.Shrink();
    }

    private long EndOf(long number) => number < _links.Tail ? _links[number].Start : _cells.Tail;

    private readonly record struct Link(long Start, long Next);
}
