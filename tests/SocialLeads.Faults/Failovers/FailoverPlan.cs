using SocialLeads.Faults.Traffic;

namespace SocialLeads.Faults.Failovers;

/// <summary>What the seed decides about one round.</summary>
/// <param name="Acknowledgements">Requests that are acknowledged before a node is killed.</param>
/// <param name="Further">How long traffic goes on behind the last of them.</param>
/// <param name="RestartAtOnce">
/// Whether the killed node is started again before the other one has taken its partitions over, so that they part them anew; else the
/// other one has them all.
/// </param>
/// <param name="Judge">
/// Whether traffic ends with the node, and all scores are read before what is in doubt is sent again, which tells what of it was
/// there; else it is sent again at once.
/// </param>
internal sealed record FailoverPlan(int Acknowledgements, TimeSpan Further, bool RestartAtOnce, bool Judge)
{
    public static FailoverPlan At(ulong seed, int round)
    {
        var random = Chance.At(seed, round, 2);
        return new FailoverPlan(
            random.Next(40, 200), TimeSpan.FromMilliseconds(500 * random.NextDouble()), random.Next(3) == 0, random.Next(2) == 0);
    }
}
