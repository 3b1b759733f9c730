namespace SocialLeads.Grains.Partitions;

/// <summary>
/// The newest days on which something arrived, each with a number to mark by. Days without arrivals do not count: a clock that
/// steps ahead by weeks is one more day, and pushes out one.
/// </summary>
/// <param name="most">Days that are known at a time, 1 to 256.</param>
internal sealed class ArrivalDays(int most)
{
    private readonly SortedList<int, byte> _marks = [];

    /// <summary>The oldest day that is known when they are as many as can be; before, no day is too old.</summary>
    public int Oldest => _marks.Count < most ? int.MinValue : _marks.GetKeyAtIndex(0);

    /// <summary>The mark of what arrives on a day. A day before the oldest counts as the oldest.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isReused">The mark was that of the oldest day, which is no longer known.</param>
    public byte MarkOf(int day, out bool isReused)
    {
        isReused = false;
        if (_marks.TryGetValue(day, out var mark)) return mark;
        if (day < Oldest) return _marks.GetValueAtIndex(0);
        isReused = _marks.Count == most;
        mark = isReused ? _marks.GetValueAtIndex(0) : (byte)_marks.Count;
        if (isReused) _marks.RemoveAt(0);
        _marks.Add(day, mark);
        return mark;
    }
}
