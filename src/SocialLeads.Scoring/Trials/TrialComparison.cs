using System.Collections.Immutable;

namespace SocialLeads.Scoring.Trials;

/// <summary>Compares how two models rank the same members.</summary>
public static class TrialComparison
{
    /// <summary>The part of the members that is the top, in percent.</summary>
    public const int TopPercent = 5;

    /// <summary>The part of the members among whom movers are looked for: far down, a single page view moves a member far.</summary>
    private const int MoversPercent = 25;

    private static readonly double[] _edges = [-50, -20, -10, -5, -2, -0.5, 0.5, 2, 5, 10, 20, 50];

    /// <param name="draft">Thousandths of a point of each member under the draft.</param>
    /// <param name="against">Of the same members under the model it is compared with.</param>
    /// <param name="listed">How many members each list names at most.</param>
    public static TrialFigures Of(ReadOnlySpan<long> draft, ReadOnlySpan<long> against, int listed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(against.Length, draft.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(listed);
        var top = PartOf(draft.Length, TopPercent);
        var (now, then) = (Places(draft), Places(against));
        bool[] isTop = InTop(now, top), wasTop = InTop(then, top);
        var places = new TrialPlace[now.Length];
        for (var i = 0; i < places.Length; i++) places[i] = new(i, now[i], then[i]);
        var moves = Array.ConvertAll(places, place => MoveOf(place, places.Length));
        var sizes = Array.ConvertAll(moves, Math.Abs);
        Array.Sort(sizes);
        var entering = places.Where(place => isTop[place.Index] && !wasTop[place.Index]).ToList();
        var leaving = places.Where(place => !isTop[place.Index] && wasTop[place.Index]).ToList();
        var among = PartOf(draft.Length, MoversPercent);
        return new TrialFigures
        {
            Members = places.Length,
            TopPlaces = top,
            Staying = places.Count(place => isTop[place.Index] && wasTop[place.Index]),
            Entering = entering.Count,
            Leaving = leaving.Count,
            KendallTauB = RankCorrelation.KendallTauB(draft, against),
            Spearman = RankCorrelation.Spearman(draft, against),
            MeanMove = sizes.Length == 0 ? 0 : sizes.Average(),
            MedianMove = Quantile(sizes, 50),
            LargeMove = Quantile(sizes, 95),
            Moves = Bins(moves),
            BestEntering = [.. entering.OrderBy(place => place.DraftPlace).ThenBy(place => place.Index).Take(listed)],
            BestLeaving = [.. leaving.OrderBy(place => place.AgainstPlace).ThenBy(place => place.Index).Take(listed)],
            Movers =
            [
                .. places.Where(place => place.DraftPlace != place.AgainstPlace && Math.Min(place.DraftPlace, place.AgainstPlace) <= among)
                    .OrderByDescending(place => Math.Abs(place.DraftPlace - place.AgainstPlace))
                    .ThenBy(place => place.DraftPlace).ThenBy(place => place.Index).Take(listed),
            ],
        };
    }

    /// <summary>A member's move in percent of so many members; positive for who rises under the draft.</summary>
    public static double MoveOf(TrialPlace place, int members) => 100.0 * (place.AgainstPlace - place.DraftPlace) / members;

    private static int PartOf(int members, int percent) => (int)(((long)members * percent + 99) / 100);

    /// <summary>Places from 1, best first; equal points share the best of theirs.</summary>
    private static int[] Places(ReadOnlySpan<long> points)
    {
        var sorted = points.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var places = new int[sorted.Length];
        for (var at = sorted.Length - 1; at >= 0; at--)
        {
            var tied = at + 1 < sorted.Length && sorted[at] == sorted[at + 1];
            places[order[at]] = tied ? places[order[at + 1]] : sorted.Length - at;
        }

        return places;
    }

    /// <summary>Who has a place in the top, together with all who share it.</summary>
    private static bool[] InTop(int[] places, int top)
    {
        var sharing = new int[places.Length + 1];
        foreach (var place in places) sharing[place]++;
        return Array.ConvertAll(places, place => place + sharing[place] - 1 <= top);
    }

    /// <summary>The least of the sorted values that so many percent do not exceed; 0 of none.</summary>
    private static double Quantile(double[] sorted, int percent) =>
        sorted.Length == 0 ? 0 : sorted[Math.Max(0, PartOf(sorted.Length, percent) - 1)];

    private static ImmutableArray<MoveBin> Bins(double[] moves)
    {
        var counts = new int[_edges.Length + 1];
        foreach (var move in moves)
        {
            var at = 0;
            while (at < _edges.Length && move >= _edges[at]) at++;
            counts[at]++;
        }

        return
        [
            .. counts.Select((count, at) => new MoveBin(
                at == 0 ? double.NegativeInfinity : _edges[at - 1], at == _edges.Length ? double.PositiveInfinity : _edges[at], count)),
        ];
    }
}
