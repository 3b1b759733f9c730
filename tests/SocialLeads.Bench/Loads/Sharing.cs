namespace SocialLeads.Bench.Loads;

/// <summary>Spreads a load over connections.</summary>
internal static class Sharing
{
    /// <summary>The numbers of a load in batches, and the batches dealt out to the connections in turn.</summary>
    public static List<(long First, int Count)>[] Deal(LoadOrder order)
    {
        var hands = new List<(long First, int Count)>[order.Connections];
        for (var hand = 0; hand < hands.Length; hand++) hands[hand] = [];
        var dealt = 0;
        for (var batch = 0; dealt < order.Count; batch++)
        {
            var count = Math.Min(order.BatchSize, order.Count - dealt);
            hands[batch % hands.Length].Add((order.First + dealt, count));
            dealt += count;
        }

        return hands;
    }
}
