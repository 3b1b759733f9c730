namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Which activity ids arrived lately, as 64-bit fingerprints with the day of arrival: under 16 bytes for each remembered id.
/// With 100 million ids remembered, the chance that a new id is taken for an old one is about 5 in 10^12.
/// </summary>
/// <remarks>
/// They are in many tables, each of which grows by itself: to rebuild one table of millions of ids would take a turn in which everybody
/// else waits.
/// </remarks>
internal sealed class SeenActivities
{
    private const int TableCount = 128;

    /// <summary>Fingerprints that are brought from memory together when there are many.</summary>
    private const int AddedTogether = 1024;

    /// <summary>One day more than is asked for: a clock that ran ahead once takes one until it comes to that day.</summary>
    private const int SpareDays = 1;

    private readonly ArrivalDays _arrivals;
    private readonly SeenTable[] _tables = new SeenTable[TableCount];
    private int _day = int.MinValue;
    private byte _mark;
    private ulong _touched;

    /// <param name="daysKept">
    /// For how many days of arrival, beside the newest, an id is remembered: 1 to 250. Days on which nothing arrived do not count, so
    /// that no id is forgotten when the clock steps ahead or after a long silence.
    /// </param>
    public SeenActivities(int daysKept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(daysKept, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(daysKept, 250);
        _arrivals = new ArrivalDays(1 + daysKept + SpareDays);
        for (var i = 0; i < _tables.Length; i++) _tables[i] = new SeenTable();
    }

    public int Count { get; private set; }

    /// <summary>What the tables take in memory.</summary>
    public long Bytes => _tables.Sum(table => table.Bytes);

    /// <summary>No day of arrival before it is remembered; <see cref="int.MinValue"/> as long as all are.</summary>
    public int OldestDay => _arrivals.Oldest;

    /// <summary>Remembers a fingerprint; false when it was remembered already.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="day">The day of arrival. A day before the oldest remembered one counts as the oldest.</param>
    public bool Add(ulong fingerprint, int day)
    {
        if (day != _day) MoveTo(day);
        fingerprint = NotZero(fingerprint);
        if (!TableOf(fingerprint).Add(fingerprint, _mark)) return false;
        Count++;
        return true;
    }

    /// <summary>Remembers fingerprints that belong to a day, some of which may be remembered already.</summary>
    public void Add(ReadOnlySpan<ulong> fingerprints, int day)
    {
        Span<bool> isNew = stackalloc bool[AddedTogether];
        for (var from = 0; from < fingerprints.Length; from += AddedTogether)
        {
            var some = fingerprints[from..Math.Min(from + AddedTogether, fingerprints.Length)];
            Add(some, day, isNew[..some.Length]);
        }
    }

    /// <summary>Remembers fingerprints one after another, and gives how many were new.</summary>
    /// <param name="fingerprints">The fingerprints.</param>
    /// <param name="day">The day of arrival, as above.</param>
    /// <param name="isNew">For each: false when it was remembered already.</param>
    public int Add(ReadOnlySpan<ulong> fingerprints, int day, Span<bool> isNew)
    {
        // The tables are larger than any cache, and every slot is elsewhere: without a decision in between, the processor fetches many
        // at a time.
        foreach (var fingerprint in fingerprints) _touched += TableOf(fingerprint).Touch(fingerprint);
        var count = 0;
        for (var i = 0; i < fingerprints.Length; i++)
        {
            isNew[i] = Add(fingerprints[i], day);
            if (isNew[i]) count++;
        }

        return count;
    }

    private void MoveTo(int day)
    {
        (_day, _mark) = (day, _arrivals.MarkOf(day, out var isReused));
        if (isReused) Forget(_mark);
    }

    /// <summary>Drops what arrived on the day that had a mark.</summary>
    private void Forget(byte mark)
    {
        foreach (var table in _tables) table.Forget(mark);
        Count = _tables.Sum(table => table.Count);
    }

    // By the lowest bits: the highest ones tell the slot.
    private SeenTable TableOf(ulong fingerprint) => _tables[fingerprint % TableCount];

    private static ulong NotZero(ulong fingerprint) => fingerprint == 0 ? 1 : fingerprint;
}
