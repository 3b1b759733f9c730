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

    private readonly int _daysKept;
    private ulong[] _fingerprints = new ulong[SmallestTable];
    private byte[] _days = new byte[SmallestTable];
    private int _newestDay = int.MinValue;

    /// <param name="daysKept">For how many days of arrival an id is remembered: 1 to 250.</param>
    public SeenActivities(int daysKept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(daysKept, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(daysKept, 250);
        _daysKept = daysKept;
    }

    public int Count { get; private set; }

    /// <summary>The oldest day of arrival that is still remembered.</summary>
    public int OldestDay => _newestDay == int.MinValue ? int.MinValue : _newestDay - _daysKept;

    /// <summary>Remembers a fingerprint; false when it was remembered already.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="day">The day of arrival. A day before the oldest remembered one counts as the oldest.</param>
    public bool Add(ulong fingerprint, int day)
    {
        if (day > _newestDay) MoveTo(day);
        fingerprint = NotZero(fingerprint);
        var slot = Find(fingerprint);
        if (_fingerprints[slot] == fingerprint) return false;
        if (Count + 1 > _fingerprints.Length * FullestTable)
        {
            Rebuild((int)(_fingerprints.Length * Growth));
            slot = Find(fingerprint);
        }

        _fingerprints[slot] = fingerprint;
        _days[slot] = DayCode(Math.Max(day, OldestDay));
        Count++;
        return true;
    }

    private void MoveTo(int day)
    {
        var first = _newestDay == int.MinValue;
        var previousOldest = OldestDay;
        _newestDay = day;
        if (first || Count == 0) return;
        ForgetBefore(previousOldest);
    }

    /// <summary>Drops what is older than the oldest remembered day. Ages are told from codes modulo 256, so it runs at every new day.</summary>
    private void ForgetBefore(int previousOldest)
    {
        var oldFingerprints = _fingerprints;
        var oldDays = _days;
        var kept = 0;
        for (var i = 0; i < oldFingerprints.Length; i++)
        {
            if (oldFingerprints[i] == 0) continue;
            if (DayOf(oldDays[i], previousOldest) >= OldestDay) kept++;
            else oldFingerprints[i] = 0;
        }

        Reinsert(oldFingerprints, oldDays, Math.Max(SmallestTable, (int)(kept / FullestTable * Growth)));
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
        var slot = (int)Math.BigMul(fingerprint, (ulong)_fingerprints.Length, out _);
        while (_fingerprints[slot] != 0 && _fingerprints[slot] != fingerprint)
            slot = slot + 1 == _fingerprints.Length ? 0 : slot + 1;
        return slot;
    }

    private static ulong NotZero(ulong fingerprint) => fingerprint == 0 ? 1 : fingerprint;

    private static byte DayCode(int day) => unchecked((byte)day);

    private static int DayOf(byte code, int notBefore) => notBefore + unchecked((byte)(code - DayCode(notBefore)));
}
