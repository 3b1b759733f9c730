namespace SocialLeads.Grains.Boards;

/// <summary>
/// A part of a ranked list. Its keys may lie packed until somebody needs one of them: of a list that is made whole, most runs are never
/// looked into before the next list takes its place.
/// </summary>
internal sealed class RankedRun
{
    private List<RankedKey>? _keys;
    private PackedRanking? _packed;
    private readonly int _start;
    private readonly int _length;

    /// <summary>A run of keys that are there.</summary>
    public RankedRun(List<RankedKey> keys) => _keys = keys;

    /// <summary>A run of so many keys from a place of a ranking on.</summary>
    public RankedRun(PackedRanking packed, int start, int length) => (_packed, _start, _length) = (packed, start, length);

    public int Count => _keys?.Count ?? _length;

    /// <summary>The key that all others stand before.</summary>
    public RankedKey Last => _keys is null ? _packed!.KeyAt(_start + _length - 1) : _keys[^1];

    /// <summary>The keys, to read and to change.</summary>
    public List<RankedKey> Keys => _keys ??= Unpack();

    private List<RankedKey> Unpack()
    {
        var keys = new List<RankedKey>(_length);
        for (var place = _start; place < _start + _length; place++) keys.Add(_packed!.KeyAt(place));
        _packed = null;
        return keys;
    }
}
