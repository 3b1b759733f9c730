namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Adds up what signals get whatever the facet it came from: all that points need. Weighting by facet before adding
/// up gives the same whole numbers as adding up each facet first, so points agree with contributions to the bit.
/// </summary>
internal sealed class AdditiveSums(SignalPlan[] plans)
{
    /// <summary>Below them the product of a sum and a facet's weight stays within 64 bits.</summary>
    private const ulong SmallSum = 1UL << 42;
    private const long SmallWeight = 1L << 20;

    private readonly Int128[] _rests = new Int128[plans.Length];

    /// <summary>See <see cref="Feed.IsPlain"/>.</summary>
    public static bool IsPlain(FeedRole role, SignalPlan plan, long facetWeight) =>
        role != FeedRole.Total && !plan.HasRest && facetWeight is >= 0 and < SmallWeight;

    /// <summary>Begins anew.</summary>
    public void Clear() => Array.Clear(_rests);

    /// <summary>Adds what a series gives, 0 or more.</summary>
    public void Add(in Feed feed, Int128 sum, SignalSums[] sums)
    {
        if (feed.Role == FeedRole.Total)
        {
            _rests[feed.Signal] += sum;
            return;
        }
        if (plans[feed.Signal].HasRest) _rests[feed.Signal] -= sum;
        sums[feed.Signal].Add(sum * feed.FacetWeight);
    }

    /// <summary>Likewise; most sums are small, and whole numbers of 64 bits are added several times faster.</summary>
    public void Add(in Feed feed, long sum, SignalSums[] sums)
    {
        if (feed.IsPlain && (ulong)sum < SmallSum) sums[feed.Signal].AddFor(sum * feed.FacetWeight);
        else Add(feed, (Int128)sum, sums);
    }

    /// <summary>Adds what a series gives by a plain feed, 0 or more.</summary>
    public static void Add(in PlainFeed feed, Int128 sum, SignalSums[] sums)
    {
        if (sum < SmallSum) sums[feed.Signal].AddFor((long)sum * feed.FacetWeight);
        else sums[feed.Signal].Add(sum * feed.FacetWeight);
    }

    /// <summary>Likewise.</summary>
    public static void Add(in PlainFeed feed, long sum, SignalSums[] sums)
    {
        if ((ulong)sum < SmallSum) sums[feed.Signal].AddFor(sum * feed.FacetWeight);
        else sums[feed.Signal].Add((Int128)sum * feed.FacetWeight);
    }

    /// <summary>Adds what no facet has.</summary>
    public void AddRests(SignalSums[] sums)
    {
        for (var signal = 0; signal < _rests.Length; signal++)
        {
            if (_rests[signal] > 0) sums[signal].Add(_rests[signal] * plans[signal].RestWeight);
        }
    }
}
