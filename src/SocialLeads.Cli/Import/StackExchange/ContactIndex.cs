namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>Who turned to whom, and when first. Independent of the order in which contacts are told.</summary>
internal sealed class ContactIndex
{
    private readonly Dictionary<(int From, int To), long> _first = [];

    /// <param name="from">The member who answered or commented.</param>
    /// <param name="to">The member whose post it was.</param>
    /// <param name="atMs">When, in milliseconds since 1970-01-01 UTC.</param>
    public void Add(int from, int to, long atMs)
    {
        var pair = (from, to);
        if (!_first.TryGetValue(pair, out var known) || atMs < known)
            _first[pair] = atMs;
    }

    public IEnumerable<(int From, int To, long AtMs)> List() => _first.Select(pair => (pair.Key.From, pair.Key.To, pair.Value));
}
