namespace SocialLeads.Grains.Companies;

/// <summary>Something that changes now and then.</summary>
internal interface IStamped
{
    /// <summary>The number of its last change, from 1; 0 before the first. Set by the log alone.</summary>
    long Stamp { get; set; }
}

/// <summary>
/// Things in the order of their last changes, so that whoever knows them up to a change is told those that changed since. Memory
/// is in proportion to the things and not to the changes.
/// </summary>
internal sealed class ChangeLog<T>
    where T : class, IStamped
{
    private const int FewestToCompact = 64;

    // Stamps rise; an entry whose thing has a later stamp is superseded.
    private readonly List<(long Stamp, T Thing)> _entries = [];
    private int _superseded;

    /// <summary>The number of the last change; 0 before the first.</summary>
    public long Newest { get; private set; }

    public void Changed(T thing)
    {
        if (thing.Stamp > 0) _superseded++;
        thing.Stamp = ++Newest;
        _entries.Add((thing.Stamp, thing));
        if (_superseded < FewestToCompact || _superseded < _entries.Count / 2) return;
        _entries.RemoveAll(entry => entry.Stamp != entry.Thing.Stamp);
        _superseded = 0;
    }

    /// <summary>What changed behind a change, in the order of the last changes. Not to be kept while things change.</summary>
    public IEnumerable<T> Since(long stamp)
    {
        int low = 0, high = _entries.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Stamp <= stamp) low = middle + 1;
            else high = middle;
        }

        for (; low < _entries.Count; low++)
        {
            if (_entries[low].Stamp == _entries[low].Thing.Stamp) yield return _entries[low].Thing;
        }
    }
}
