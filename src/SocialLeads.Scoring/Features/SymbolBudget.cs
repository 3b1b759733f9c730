using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// How many series senders may add to a symbol table. A tag, group or attribute that was never sent before is a new one, and is kept for
/// ever, so endless new ones would fill any memory. The first half of the table is free, so that a community's whole past can be sent on
/// one day. The other half is rationed by the day: whoever sends a new tag with every page view by mistake, or to do harm, is noticed
/// long before there is no room left.
/// </summary>
/// <remarks>
/// What models name is always admitted, and whatever has no facet that a sender chooses: totals, and matches of filters. So a table has at
/// most <c>maxSymbols</c> series, for each role among them its peers, and, for each kind of activity, some that models bound.
/// </remarks>
public sealed class SymbolBudget
{
    /// <summary>The most kinds of activity that a table has, beside those that a model counts.</summary>
    public const int MaxKinds = 256;

    private readonly SymbolTable _symbols;
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private int _kindsRead;
    private int _day = int.MinValue;

    /// <param name="symbols">The table.</param>
    /// <param name="maxSymbols">The most series, but for what is always admitted.</param>
    /// <param name="maxNewADay">How many may be new on a day when the table is half full.</param>
    public SymbolBudget(SymbolTable symbols, int maxSymbols, int maxNewADay)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSymbols, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maxNewADay);
        (_symbols, MaxSymbols, MaxNewADay) = (symbols, maxSymbols, maxNewADay);
    }

    /// <summary>The most series, but for what is always admitted.</summary>
    public int MaxSymbols { get; }

    /// <summary>How many may be new on a day when the table is half full.</summary>
    public int MaxNewADay { get; }

    /// <summary>How many series there are, with what is always admitted.</summary>
    public int Count => _symbols.Count;

    /// <summary>What models name.</summary>
    public NamedFacets Named { get; set; } = NamedFacets.None;

    /// <summary>Whether new series are rationed: the table is half full.</summary>
    public bool IsRationed => Count >= MaxSymbols / 2;

    /// <summary>New series of the day, of those that are rationed.</summary>
    public int SpentOnDay { get; private set; }

    /// <summary>How many facets and kinds were left out of activities, ever since this was made.</summary>
    public long LeftOut { get; internal set; }

    /// <summary>Begins a day of arrival, unless it or a later one has begun: a clock that steps back gives no new ration.</summary>
    /// <param name="day">The day.</param>
    /// <param name="spent">What was spent of it already.</param>
    public void BeginDay(int day, int spent = 0)
    {
        if (day < _day || (day == _day && spent <= SpentOnDay)) return;
        (_day, SpentOnDay) = (day, spent);
    }

    /// <summary>Whether a series that the table does not have may be added.</summary>
    internal bool Admits(in SeriesKey key)
    {
        if (key.Facet.Length == 0 || key.Dimension is Dimension.Filter or Dimension.Phrase || Named.HasFacetOf(key)) return true;
        // A role comes before its peers, and both are there or neither: what is admitted of an activity is never left out of it again.
        if (key.Metric == Metric.Peers) return _symbols.TryFind(key with { Metric = Metric.Count }, out _);
        if (!IsRationed) return true;
        if (Count >= MaxSymbols || SpentOnDay >= MaxNewADay) return false;
        SpentOnDay++;
        return true;
    }

    /// <summary>Whether activities of a kind may be counted as such.</summary>
    internal bool Admits(string kind)
    {
        for (; _kindsRead < _symbols.Count; _kindsRead++) _kinds.Add(_symbols[_kindsRead].Kind);
        return _kinds.Count < MaxKinds || _kinds.Contains(kind) || kind == ActivityKinds.NotKept || Named.HasKind(kind);
    }
}
