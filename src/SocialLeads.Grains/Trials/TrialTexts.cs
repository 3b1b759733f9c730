using SocialLeads.Grains.Listening;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Trials;

/// <summary>
/// What filters that are not counted match in a partition's log, for a trial alone: members' features do not change, and neither does the
/// partition's symbol table, which a draft that nobody publishes must not make longer.
/// </summary>
/// <param name="filters">The filters.</param>
/// <param name="through">The log's end.</param>
/// <param name="store">The log.</param>
internal sealed class TrialTexts(FilterSet filters, long through, IPartitionStore store)
{
    private const int SliceBytes = 4 * 1024 * 1024;

    private readonly HashSet<string> _facets = [.. filters.Filters.Select(static filter => filter.SeriesFacet)];
    private readonly Dictionary<string, byte[]> _matches = new(StringComparer.Ordinal);
    private FeatureFold? _fold;
    private Task? _reading;
    private long _read;
    private int? _fromDay;

    /// <summary>The table of what <see cref="With"/> gives.</summary>
    public SymbolTable Symbols { get; } = new();

    /// <summary>Whether members' features may hold counts of the filters that are not whole.</summary>
    public required bool MayBeCountedInPart { get; init; }

    /// <summary>How far the log is read.</summary>
    public FilterProgress Progress => new(Interlocked.Read(ref _read), through, _fromDay);

    /// <summary>Reads the log, once. After a failure it is read again.</summary>
    /// <exception cref="StoreUnavailableException">The log could not be read.</exception>
    public Task ReadAsync(int today) => _reading is null or { IsFaulted: true } ? _reading = ReadAllAsync(today) : _reading;

    /// <summary>A member's features with what the filters match; null if nothing does. One thread at a time, when all is read.</summary>
    /// <param name="member">The member.</param>
    /// <param name="features">The features, which stay as they are.</param>
    /// <param name="symbols">The table that packed them.</param>
    public byte[]? With(string member, byte[] features, SymbolTable symbols)
    {
        var matches = _matches.GetValueOrDefault(member);
        if (matches is null && !MayBeCountedInPart) return null;
        var own = _fold!.Adopt(features, symbols);
        if (MayBeCountedInPart) own = _fold.KeepMatches(own, facet => !_facets.Contains(facet));
        return _fold.Merge(own, matches ?? []);
    }

    private async Task ReadAllAsync(int today)
    {
        _matches.Clear();
        var fold = _fold = new FeatureFold(Symbols);
        await using var log = new LogCursor(store);
        for (Interlocked.Exchange(ref _read, 0); _read < through;)
        {
            var gap = new FilterGap(new LogRange(_read, through), filters);
            // Of a damaged row nobody can tell what it says; the partition has told of it when it started.
            var slice = await FilterSlice.ReadAsync(gap, log, SliceBytes, today, static _ => { });
            foreach (var of in slice.Matches.GroupBy(static one => one.Activity.Member, StringComparer.Ordinal))
                _matches[of.Key] = fold.FoldMatches(_matches.GetValueOrDefault(of.Key) ?? [], [.. of]);
            if (slice.FromDay is { } day) _fromDay = Math.Max(_fromDay ?? day, day);
            Interlocked.Exchange(ref _read, slice.Range.Through);
        }
    }
}
