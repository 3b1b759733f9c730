using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Activities that wait to be folded, as cells in one buffer that is used again and again; those of one member are chained.
/// Cells and not activities, so that the activities' texts need not be kept.
/// </summary>
internal sealed class WaitingCells(ActivityCells source)
{
    private readonly CellList _cells = new();
    private readonly List<Link> _links = [];

    /// <summary>Adds an activity to a chain, 0 for a new one, and gives the chain's new number.</summary>
    public int Add(Activity activity, int chain)
    {
        var start = _cells.Count;
        source.AddTo(_cells, activity);
        _links.Add(new(start, _cells.Count - start, chain));
        return _links.Count;
    }

    /// <summary>Copies the cells of a chain to a list, in no order.</summary>
    public void CopyTo(CellList cells, int chain)
    {
        for (; chain > 0; chain = _links[chain - 1].Next)
        {
            var link = _links[chain - 1];
            cells.AddRange(_cells.Span.Slice(link.Start, link.Count));
        }
    }

    /// <summary>Forgets all chains.</summary>
    public void Clear()
    {
        _cells.Clear();
        _links.Clear();
    }

    private readonly record struct Link(int Start, int Count, int Next);
}
