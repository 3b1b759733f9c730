using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Holds groups of signals within their caps. When a group adds more than its cap, what its signals add is lessened in proportion
/// (<see cref="Apportionment"/>) until the group's sum is the cap exactly; what takes stays as it is. The same the other way.
/// </summary>
internal sealed class GroupCaps
{
    private readonly (int[] Signals, long Cap)[] _groups;

    public GroupCaps(ScoringModel model)
    {
        _groups = [.. model.Groups.Select(group => (SignalsOf(model, group.Id), group.Cap.Thousandths))];
    }

    /// <summary>Lessens settled sums where a group passes its cap.</summary>
    public void Apply(SignalSums[] sums)
    {
        foreach (var (signals, cap) in _groups)
        {
            long sum = 0;
            foreach (var signal in signals) sum += sums[signal].Thousandths;
            if (Math.Abs(sum) > cap) Lessen(signals, Math.Sign(sum), Math.Abs(sum) - cap, sums);
        }
    }

    /// <summary>Takes an excess off what has a sign.</summary>
    private static void Lessen(int[] signals, int sign, long excess, SignalSums[] sums)
    {
        var places = new List<(int Signal, bool For)>();
        var parts = new List<Int128>();
        long whole = -excess;
        foreach (var signal in signals)
        {
            foreach (var side in (ReadOnlySpan<bool>)[true, false])
            {
                var points = sign * sums[signal].Side(side);
                if (points <= 0) continue;
                places.Add((signal, side));
                parts.Add(points);
                whole += points;
            }
        }
        var shares = Apportionment.Share(whole, parts.ToArray());
        for (var i = 0; i < shares.Length; i++) sums[places[i].Signal].SetSide(places[i].For, sign * shares[i]);
    }

    private static int[] SignalsOf(ScoringModel model, string group) =>
        [.. Enumerable.Range(0, model.Signals.Length).Where(i => model.Signals[i].Group == group)];
}
