using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Demo;

/// <summary>
/// How well a ranking finds the truly interested: it puts the order the server made beside the truth that only the
/// simulation knows.
/// </summary>
internal sealed class RankingReview
{
    /// <summary>The ranking is cut into slices of 5 %; the first is what a sales desk would see.</summary>
    public const int Slices = 20;

    private readonly int[] _interested = new int[Slices];

    /// <param name="ranked">The members, best first; at least one.</param>
    /// <param name="truth">The intents of the members that were simulated.</param>
    public RankingReview(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, Intent> truth)
    {
        Ranked = ranked.Count;
        TopSize = EndOfSlice(0);
        Interested = truth.Values.Count(i => i == Intent.Shopper);
        var others = new Dictionary<Intent, int>();
        var slice = 0;
        for (var place = 0; place < ranked.Count; place++)
        {
            while (place >= EndOfSlice(slice))
                slice++;

            if (!truth.TryGetValue(ranked[place], out var intent))
                Strangers++;
            else if (intent == Intent.Shopper)
                _interested[slice]++;
            else if (slice == 0)
                others[intent] = others.GetValueOrDefault(intent) + 1;
        }

        OthersInTop = [.. others.Select(o => (o.Key, o.Value)).OrderByDescending(o => o.Value).ThenBy(o => o.Key)];
    }

    /// <summary>How many members are ranked.</summary>
    public int Ranked { get; }

    /// <summary>How many of them are the top 5 %, rounded up.</summary>
    public int TopSize { get; }

    /// <summary>How many truly interested members the simulation has.</summary>
    public int Interested { get; }

    /// <summary>How many of the ranked members this simulation knows nothing about.</summary>
    public int Strangers { get; }

    /// <summary>The truly interested in each slice, best slice first.</summary>
    public IReadOnlyList<int> InterestedBySlice => _interested;

    /// <summary>Who else of the simulation stands in the top 5 %, the most numerous first.</summary>
    public IReadOnlyList<(Intent Intent, int Count)> OthersInTop { get; }

    /// <summary>The truly interested in the top 5 %.</summary>
    public int Found => _interested[0];

    /// <summary>The share of the top 5 % that is truly interested, 0 to 1.</summary>
    public decimal Precision => (decimal)Found / TopSize;

    /// <summary>The share of the truly interested that is in the top 5 %, 0 to 1.</summary>
    public decimal Recall => Interested == 0 ? 0 : (decimal)Found / Interested;

    /// <summary>How many times as many are found as by picking the same number of members blindly.</summary>
    public decimal Lift => Interested == 0 ? 0 : Precision * Ranked / Interested;

    /// <summary>The place after the last of a slice; every slice but the last ones is a twentieth, rounded up.</summary>
    private int EndOfSlice(int slice) => (int)((((long)slice + 1) * Ranked + Slices - 1) / Slices);
}
