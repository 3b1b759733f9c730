using System.Collections.Immutable;
using Google.Protobuf.Collections;
using SocialLeads.Bench.Traffic;
using SocialLeads.Scoring.Activities;
using SocialLeads.Server.Activities;

namespace SocialLeads.Bench.Inside;

/// <summary>The activities of single members, as the server would see them, for rows that look inside it.</summary>
internal sealed class InsideTraffic(TrafficPlan plan)
{
    private readonly Community _community = new(plan);

    /// <summary>A member's next activities, from its <paramref name="from"/>th on.</summary>
    public ImmutableArray<Activity> Of(int member, int from, int count)
    {
        var wire = new RepeatedField<V1.Activity>();
        for (var turn = from; turn < from + count; turn++) wire.Add(_community.InTurn(member + (long)turn * plan.Members));
        return CheckedBatch.Read(wire, plan.NowMs).Good;
    }
}
