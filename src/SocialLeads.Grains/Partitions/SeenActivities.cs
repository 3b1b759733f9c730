namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Which activity ids arrived lately, as 64-bit fingerprints with the day of arrival, in one open-addressed table
/// of 9 bytes a slot that is never less than 60 % full once it has grown: under 16 bytes for each remembered id.
/// With 100 million ids remembered, the chance that a new id is taken for an old one is about 5 in 10^12.
/// </summary>
internal sealed class SeenActivities
{
    private const int SmallestTable = 1024;
    private const double FullestTable = 0.85;
    private const double Growth = 1.4;

    /// <summary>One day more than is asked for: a clock that ran ahead once takes one until it comes to that day.</summary>
    private const int SpareDays = 1;

    private readonly ArrivalDays _arrivals;
    private ulong[] _fingerprints = new ulong[SmallestTable];
    private byte[] _days = new byte[SmallestTable];
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
    }

    public int Count { get; private set; }

    /// <summary>No day of arrival before it is remembered; <see cref="int.MinValue"/> as long as all are.</summary>
    public int OldestDay => _arrivals.Oldest;

    /// <summary>Remembers a fingerprint; false when it was remembered already.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="day">The day of arrival. A day before the oldest remembered one counts as the oldest.</param>
    public bool Add(ulong fingerprint, int day)
    {
        if (day != _day) MoveTo(day);
        fingerprint = NotZero(fingerprint);
        var slot = Find(fingerprint);
        if (_fingerprints[slot] == fingerprint) return false;
        if (Count + 1 > _fingerprints.Length * FullestTable)
        {
            Rebuild((int)(_fingerprints.Length * Growth));
            slot = Find(fingerprint);
        }

        _fingerprints[slot] = fingerprint;
        _days[slot] = _mark;
        Count++;
        return true;
    }

    /// <summary>Remembers fingerprints one after another, and gives how many were new.</summary>
    /// <param name="fingerprints">The fingerprints.</param>
    /// <param name="day">The day of arrival, as above.</param>
    /// <param name="isNew">For each: false when it was remembered already.</param>
    public int Add(ReadOnlySpan<ulong> fingerprints, int day, Span<bool> isNew)
    {
        // The table is larger than any cache, and every slot is elsewhere: without a decision in between, the processor fetches many
        // at a time.
        foreach (var fingerprint in fingerprints) _touched += _fingerprints[SlotOf(fingerprint)];
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
        var kept = 0;
        for (var i = 0; i < _fingerprints.Length; i++)
        {
            if (_fingerprints[i] == 0) continue;
            if (_days[i] == mark) _fingerprints[i] = 0;
            else kept++;
        }

        Reinsert(_fingerprints, _days, Math.Max(SmallestTable, (int)(kept / FullestTable * Growth)));
    }

    private void Rebuild(int size) => Reinsert(_fingerprints, _days, size);

    private void Reinsert(ulong[] fingerprints, byte[] days, int size)
    {
        _fingerprints = new ulong[size];
        _days = new byte[size];
        Count = 0;
        for (var i = 0; i < fingerprints.Length; i++)
        {
            if (fingerprints[i] == 0) continue;
            var slot = Find(fingerprints[i]);
            _fingerprints[slot] = fingerprints[i];
            _days[slot] = days[i];
            Count++;
        }
    }

    private int Find(ulong fingerprint)
    {
        var slot = SlotOf(fingerprint);
        while (_fingerprints[slot] != 0 && _fingerprints[slot] != fingerprint)
            slot = slot + 1 == _fingerprints.Length ? 0 : slot + 1;
        return slot;
    }

    private int SlotOf(ulong fingerprint) => (int)Math.BigMul(fingerprint, (ulong)_fingerprints.Length, out _);

    private static ulong NotZero(ulong fingerprint) => fingerprint == 0 ? 1 : fingerprint;
}
