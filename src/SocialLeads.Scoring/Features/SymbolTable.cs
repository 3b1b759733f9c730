using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Numbers the series of a partition from 0 without gaps, so that packed features hold small numbers instead of
/// names. It only grows. Safe for many threads: known symbols are read without a lock.
/// </summary>
public sealed class SymbolTable
{
    private readonly ConcurrentDictionary<SeriesKey, int> _ids = new(SeriesKeyComparer.Instance);
    private readonly Lock _growing = new();
    private Symbol[] _symbols = new Symbol[16];
    private volatile int _count;

    /// <summary>How many symbols there are; ids are 0 to Count - 1.</summary>
    public int Count => _count;

    /// <summary>The series with an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such id.</exception>
    public SeriesKey this[int id] => At(id).Key;

    /// <summary>The id of a series, which is added at the end if it is new.</summary>
    public int Intern(in SeriesKey key) => _ids.TryGetValue(key, out var id) ? id : Add(key);

    /// <summary>The id of a series that is already there.</summary>
    public bool TryFind(in SeriesKey key, out int id) => _ids.TryGetValue(key, out id);

    /// <summary>The first 64 bits of the SHA-256 of the series' text: the same in every table and on every machine.
    /// Amounts of outcomes have that of the outcomes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such id.</exception>
    public ulong Priority(int id) => At(id).Priority;

    /// <summary>The text of a series for keeping: unambiguous for a facet with any character.</summary>
    public static string Encode(in SeriesKey key) => SeriesText.Encode(key);

    /// <summary>The series of a text that <see cref="Encode"/> made.</summary>
    /// <exception cref="FormatException">The text is none of those.</exception>
    public static SeriesKey Parse(string text) => SeriesText.Parse(text);

    internal Symbol At(int id)
    {
        // The count is read first: whatever it covers is in any array read after it.
        if ((uint)id >= (uint)_count) ThrowNoSuchId(id);
        return Volatile.Read(ref _symbols)[id];
    }

    private int Add(in SeriesKey key)
    {
        lock (_growing)
        {
            if (_ids.TryGetValue(key, out var id)) return id;
            id = _count;
            if (id == _symbols.Length)
            {
                var grown = new Symbol[id * 2];
                _symbols.CopyTo(grown, 0);
                Volatile.Write(ref _symbols, grown);
            }
            _symbols[id] = new(key);
            _count = id + 1;
            _ids[key] = id;
            return id;
        }
    }

    [DoesNotReturn]
    private void ThrowNoSuchId(int id) =>
        throw new ArgumentOutOfRangeException(nameof(id), id, $"The table has {_count} symbols.");
}
