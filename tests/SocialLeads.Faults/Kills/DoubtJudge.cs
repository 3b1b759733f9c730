using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Faults.Kills;

/// <summary>
/// Finds out which activities of unanswered requests were recorded. Of each request, the part that one partition got must be
/// there as a whole or not at all.
/// </summary>
internal sealed class DoubtJudge(Ledger ledger, Client client)
{
    private const string Tenant = "default";

    // As a new store has by default.
    private readonly PartitionRouter _router = new(8);
    private readonly Dictionary<ActivityKey, bool> _wasThere = [];

    /// <summary>Sends what is in doubt again, while nobody else sends.</summary>
    /// <returns>The activities that were there before, and that no request before had acknowledged.</returns>
    /// <exception cref="FaultException">A part of a request was there and another part was not.</exception>
    public async Task<List<Activity>> FindPresentAsync(ServerProcess server)
    {
        var present = new List<Activity>();
        foreach (var batch in ledger.TakeInDoubt())
        {
            var unknown = batch.Activities
                .Select((activity, index) => (Activity: activity, Index: index))
                .Where(one => !ledger.IsAcknowledged(one.Activity) && !_wasThere.ContainsKey(ActivityKey.Of(one.Activity)))
                .DistinctBy(one => ActivityKey.Of(one.Activity))
                .ToList();
            var own = unknown.Where(one => ledger.TimesSent(one.Activity) == 1).Select(one => one.Activity).ToList();
            var accepted = await client.SendAsync(server, batch);
            foreach (var (activity, index) in unknown)
            {
                _wasThere.Add(ActivityKey.Of(activity), !accepted[index]);
                if (!accepted[index]) present.Add(activity);
            }

            RequireWholeParts(own);
        }

        return present;
    }

    private void RequireWholeParts(IEnumerable<Activity> own)
    {
        foreach (var part in own.GroupBy(activity => _router.PartitionOf(Tenant, activity.Member).Index))
        {
            var there = part.Count(activity => _wasThere[ActivityKey.Of(activity)]);
            if (there > 0 && there < part.Count())
                throw new FaultException($"Of one request, {there} of {part.Count()} activities of partition {part.Key} were recorded.");
        }
    }
}
