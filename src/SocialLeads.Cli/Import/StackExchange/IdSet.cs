using System.Collections;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>A set of ids that mostly follow each other: a bit each, in pages.</summary>
internal sealed class IdSet
{
    private const int PageBits = 1 << 14;

    private readonly Dictionary<int, BitArray> _pages = [];

    public void Add(int id)
    {
        var (page, bit) = Place(id);
        if (!_pages.TryGetValue(page, out var bits))
            _pages.Add(page, bits = new BitArray(PageBits));
        bits[bit] = true;
    }

    public bool Contains(int id)
    {
        var (page, bit) = Place(id);
        return _pages.TryGetValue(page, out var bits) && bits[bit];
    }

    private static (int Page, int Bit) Place(int id) => (id >> 14, id & (PageBits - 1));
}
