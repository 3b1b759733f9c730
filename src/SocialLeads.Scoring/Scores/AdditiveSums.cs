namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Adds up what signals get whatever the facet it came from: all that points need. Weighting by facet before adding
/// up gives the same whole numbers as adding up each facet first, so points agree with contributions to the bit.
/// </summary>
internal sealed class AdditiveSums(SignalPlan[] plans)
{
    private readonly Int128[] _rests = new Int128[plans.Length];

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

    /// <summary>Adds what no facet has.</summary>
    public void AddRests(SignalSums[] sums)
    {
        for (var signal = 0; signal < _rests.Length; signal++)
        {
            if (_rests[signal] > 0) sums[signal].Add(_rests[signal] * plans[signal].RestWeight);
        }
    }
}
