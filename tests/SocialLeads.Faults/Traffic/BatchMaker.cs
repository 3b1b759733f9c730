using System.Collections.Immutable;
using System.Globalization;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Faults.Traffic;

/// <summary>What one client sends: mostly new activities, among them ones that somebody sent before, now and then a whole batch again, and now and then outcomes.</summary>
internal sealed class BatchMaker(int client, Random random, Ledger ledger, int largestBatch)
{
    private readonly ActivityMaker _activities = new(random);
    private int _made;

    public Batch Next()
    {
        // The latest is still under way, as a rule: a duplicate must not be acknowledged before what it repeats is durable.
        var again = random.Next(12) switch
        {
            0 => ledger.AnyAcknowledged(random),
            1 or 2 => ledger.Latest,
            _ => null,
        };
        if (again is not null) return again;
        var outcomes = random.Next(15) == 0;
        var batch = ImmutableArray.CreateBuilder<Activity>();
        for (var left = random.Next(1, largestBatch + 1); left > 0; left--)
        {
            batch.Add(random.Next(20) switch
            {
                0 or 1 when ledger.AnySent(random) is { } sent && sent.Outcome != OutcomeKind.None == outcomes => sent,
                2 when batch.Count > 0 => batch[random.Next(batch.Count)],
                _ => New(outcomes),
            });
        }

        return new Batch(batch.ToImmutable());
    }

    // Of one length, so that no id is a part of another.
    private Activity New(bool outcome)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{client:00}-{_made++:000000}");
        return outcome ? _activities.MakeOutcome(id) : _activities.Make(id);
    }
}
