namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Fingerprints, each with the mark of its day of arrival, in one open-addressed table of 9 bytes a slot that is never less than 60 %
/// full once it has grown. A slot follows from the highest bits of a fingerprint.
/// </summary>
internal sealed class SeenTable
{
    private const int SmallestTable = 16;
    private const double FullestTable = 0.85;
    private const double Growth = 1.4;

    // Of a table that nothing was added to yet. Never written to: it is full.
    private static readonly ulong[] _noFingerprints = [0];
    private static readonly byte[] _noDays = [0];

    private ulong[] _fingerprints = _noFingerprints;
    private byte[] _days = _noDays;

    public int Count { get; private set; }

    /// <summary>What the slots take in memory.</summary>
    public long Bytes => (long)_fingerprints.Length * (sizeof(ulong) + sizeof(byte));

    /// <summary>What lies where a fingerprint would: reading it brings it near.</summary>
    public ulong Touch(ulong fingerprint) => _fingerprints[SlotOf(fingerprint)];

    /// <summary>Adds a fingerprint other than 0; false when it is there already.</summary>
    public bool Add(ulong fingerprint, byte mark)
    {
        var slot = Find(fingerprint);
        if (_fingerprints[slot] == fingerprint) return false;
        if (Count + 1 > _fingerprints.Length * FullestTable)
        {
            Reinsert(_fingerprints, _days, Math.Max(SmallestTable, (int)(_fingerprints.Length * Growth)));
            slot = Find(fingerprint);
        }

        _fingerprints[slot] = fingerprint;
        _days[slot] = mark;
        Count++;
        return true;
    }

    /// <summary>Drops what has a mark.</summary>
    public void Forget(byte mark)
    {
        if (Count == 0) return;
        var kept = 0;
        for (var i = 0; i < _fingerprints.Length; i++)
        {
            if (_fingerprints[i] == 0) continue;
            if (_days[i] == mark) _fingerprints[i] = 0;
            else kept++;
        }

        Reinsert(_fingerprints, _days, Math.Max(SmallestTable, (int)(kept / FullestTable * Growth)));
    }

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
}
