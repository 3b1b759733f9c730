using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Activities that wait to be folded, as cells in a ring; those of one member are chained. Cells and not activities, so that the
/// activities' texts need not be kept, and packed, so that what waits fits into the processor's cache.
/// </summary>
internal sealed class WaitingCells(ActivityCells source)
{
    private readonly CellList _added = new();
    private readonly PackedActivities _packed = new();
    private readonly Ring<byte> _bytes = new();
    private readonly Ring<Link> _links = new();
    private byte[] _joined = [];

    /// <summary>How many cells wait.</summary>
    public int Count { get; private set; }

    /// <summary>Packs what an activity adds.</summary>
    public void Pack(Activity activity, PackedActivities packed)
    {
        _added.Clear();
        source.AddTo(_added, activity);
        packed.Add(_added.Span, source.Filters);
    }

    /// <summary>Packs what an activity adds as far as the budget allows, and gives the activity without what is left out.</summary>
    public Activity Admit(Activity activity, PackedActivities packed)
    {
        _added.Clear();
        activity = source.Admit(_added, activity);
        packed.Add(_added.Span, source.Filters);
        return activity;
    }

    /// <summary>Adds an activity to a chain, 0 for a new one, and gives its number: one more than that of the one before.</summary>
    public long Add(Activity activity, long chain)
    {
        _packed.Clear();
        Pack(activity, _packed);
        return Add(_packed, 0, chain);
    }

    /// <summary>Adds a packed activity to a chain likewise.</summary>
    public long Add(PackedActivities packed, int place, long chain)
    {
        var bytes = packed.Of(place, out var cells);
        var number = _links.Tail + 1;
        _links.Add(new(_bytes.Tail, chain == 0 ? 0 : (int)(number - chain), cells));
        _bytes.AddRange(bytes);
        Count += cells;
        return number;
    }

    /// <summary>Reads a byte of each activity of some chains, going along all of them together: one after another each would be waited for.</summary>
    public int Touch(Span<long> chains)
    {
        var sum = 0;
        for (var left = chains.Length; left > 0;)
        {
            left = 0;
            foreach (ref var chain in chains)
            {
                if (chain == 0) continue;
                var link = _links[chain - 1];
                sum += _bytes[link.Start];
                chain = link.Back == 0 ? 0 : chain - link.Back;
                left++;
            }
        }

        return sum;
    }

    /// <summary>Copies the cells of a chain to a list, in no order.</summary>
    public void CopyTo(CellList cells, long chain)
    {
        while (chain > 0)
        {
            var link = _links[chain - 1];
            WaitingFormat.Read(Bytes(link.Start, (int)(EndOf(chain) - link.Start)), cells);
            chain = link.Back == 0 ? 0 : chain - link.Back;
        }
    }

    /// <summary>Forgets the activities up to a number.</summary>
    public void Forget(long number)
    {
        _bytes.DropUntil(EndOf(number));
        for (var dropped = _links.Head; dropped < number; dropped++) Count -= _links[dropped].Cells;
        _links.DropUntil(number);
    }

    /// <summary>Gives room back that was not needed lately.</summary>
    public void Shrink()
    {
        _bytes.Shrink();
        _links.Shrink();
    }

    private long EndOf(long number) => number < _links.Tail ? _links[number].Start : _bytes.Tail;

    private ReadOnlySpan<byte> Bytes(long start, int count)
    {
        _bytes.Read(start, count, out var first, out var second);
        if (second.IsEmpty) return first;
        if (_joined.Length < count) _joined = new byte[count];
        first.CopyTo(_joined);
        second.CopyTo(_joined.AsSpan(first.Length));
        return _joined.AsSpan(0, count);
    }

    /// <param name="Start">The number of its first byte.</param>
    /// <param name="Back">How many activities before it the next of the chain came; 0 if it is the last of it.</param>
    /// <param name="Cells">How many cells it has.</param>
    private readonly record struct Link(long Start, int Back, int Cells);
}
