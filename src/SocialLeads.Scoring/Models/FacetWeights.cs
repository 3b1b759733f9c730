namespace SocialLeads.Scoring.Models;

/// <summary>
/// What a facet counts relative to others. A pattern ends in <c>*</c> and means all facets that begin with what stands
/// before it; an exact name wins over patterns, a longer pattern over shorter ones, and what nothing names counts 1.
/// </summary>
public sealed class FacetWeights
{
    /// <summary>Every facet counts 1.</summary>
    public static readonly FacetWeights AllOne = new([]);

    private const long One = 1000;

    private readonly Dictionary<string, long> _exact = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, long>> _prefixes = [];

    internal FacetWeights(IEnumerable<KeyValuePair<string, long>> thousandths)
    {
        foreach (var (pattern, weight) in thousandths)
        {
            if (pattern.EndsWith('*'))
                _prefixes.Add(new(pattern[..^1], weight));
            else
                _exact.Add(pattern, weight);
        }
        _prefixes.Sort(static (left, right) => right.Key.Length.CompareTo(left.Key.Length));
    }

    /// <summary>The facets that are named in full.</summary>
    internal IEnumerable<string> Names => _exact.Keys;

    /// <summary>The weight of a facet in thousandths, -1,000,000 to 1,000,000.</summary>
    public long Thousandths(string facet)
    {
        if (_exact.TryGetValue(facet, out var exact)) return exact;
        foreach (var (prefix, weight) in _prefixes)
        {
            if (facet.StartsWith(prefix, StringComparison.Ordinal)) return weight;
        }
        return One;
    }
}
