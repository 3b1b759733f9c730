using System.Numerics;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// A queue in one array that is used again and again. Items have numbers, from 0 in the order in which they came, and keep them.
/// </summary>
internal sealed class Ring<T>
    where T : struct
{
    private const int SmallestRoom = 64;

    private T[] _items = new T[SmallestRoom];
    private int _most;

    /// <summary>The number of the oldest item.</summary>
    public long Head { get; private set; }

    /// <summary>The number that the next item gets.</summary>
    public long Tail { get; private set; }

    public int Count => (int)(Tail - Head);

    /// <summary>An item that is there.</summary>
    public ref readonly T this[long number] => ref _items[number & (_items.Length - 1)];

    public void Add(T item)
    {
        MakeRoom(1);
        _items[Tail++ & (_items.Length - 1)] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        MakeRoom(items.Length);
        var (start, whole) = Place(Tail, items.Length);
        items[..whole].CopyTo(_items.AsSpan(start));
        items[whole..].CopyTo(_items);
        Tail += items.Length;
    }

    /// <summary>Gives items that are there to a list of spans, one or two of them.</summary>
    public void Read(long number, int count, out ReadOnlySpan<T> first, out ReadOnlySpan<T> second)
    {
        var (start, whole) = Place(number, count);
        first = _items.AsSpan(start, whole);
        second = _items.AsSpan(0, count - whole);
    }

    /// <summary>Drops the items before a number.</summary>
    public void DropUntil(long number) => Head = number;

    /// <summary>Gives room back that was not needed since the last time.</summary>
    public void Shrink()
    {
        var room = RoomFor(_most);
        _most = Count;
        if (room < _items.Length) Resize(room);
    }

    private static int RoomFor(int count) => Math.Max(SmallestRoom, (int)BitOperations.RoundUpToPowerOf2((uint)count));

    private void MakeRoom(int more)
    {
        _most = Math.Max(_most, Count + more);
        if (_most > _items.Length) Resize(RoomFor(_most));
    }

    private void Resize(int room)
    {
        var items = new T[room];
        for (var number = Head; number < Tail; number++) items[number & (room - 1)] = this[number];
        _items = items;
    }

    /// <summary>Where in the array a run begins, and how much of it comes before the array's end.</summary>
    private (int Start, int Whole) Place(long number, int count)
    {
        var start = (int)(number & (_items.Length - 1));
        return (start, Math.Min(count, _items.Length - start));
    }
}
