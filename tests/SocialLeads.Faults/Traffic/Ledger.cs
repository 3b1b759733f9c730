using SocialLeads.Scoring.Activities;

namespace SocialLeads.Faults.Traffic;

/// <summary>
/// What was sent and what the server said of it: what must be there, what may be there, and that no answer contradicts
/// an earlier one. For all senders at once.
/// </summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ActivityKey, Entry> _entries = [];
    private readonly List<Activity> _sent = [];
    private readonly List<Batch> _acknowledgedBatches = [];
    private readonly List<Batch> _inDoubt = [];

    /// <summary>The batch that somebody began to send last, and that may not be answered yet; null before the first.</summary>
    public Batch? Latest { get; private set; }

    /// <summary>Requests that were acknowledged.</summary>
    public Milestones Acknowledgements { get; } = new();

    /// <summary>Activities that were acknowledged, each counted once.</summary>
    public int Acknowledged { get; private set; }

    public int InDoubt
    {
        get { lock (_lock) return _inDoubt.Count; }
    }

    /// <summary>Notes that a batch is about to be sent.</summary>
    public Attempt Begin(Batch batch)
    {
        lock (_lock)
        {
            var known = new bool[batch.Activities.Length];
            var own = new HashSet<ActivityKey>();
            for (var i = 0; i < known.Length; i++)
            {
                var activity = batch.Activities[i];
                var key = ActivityKey.Of(activity);
                if (!_entries.TryGetValue(key, out var entry))
                {
                    _entries.Add(key, entry = new Entry(activity));
                    _sent.Add(activity);
                }

                var again = !own.Add(key);
                if (!again) entry.TimesSent++;
                known[i] = again || entry.IsAcknowledged;
            }

            Latest = batch;
            return new Attempt(batch, known);
        }
    }

    /// <summary>Notes the answer to a request that tells of each activity whether it was accepted (and else a duplicate).</summary>
    /// <exception cref="FaultException">It contradicts what is known.</exception>
    public void Acknowledge(Attempt attempt, IReadOnlyList<bool> accepted)
    {
        lock (_lock)
        {
            for (var i = 0; i < accepted.Count; i++)
            {
                var entry = EntryOf(attempt.Batch.Activities[i]);
                if (accepted[i] && attempt.MustBeDuplicate[i]) throw Wrong(entry, "was accepted again after it had been acknowledged");
                if (accepted[i] && ++entry.TimesAccepted > 1) throw Wrong(entry, "was accepted twice");
                if (!accepted[i] && !attempt.MustBeDuplicate[i] && entry.TimesSent == 1)
                    throw Wrong(entry, "was called a duplicate although it had never been sent before");
            }

            Note(attempt.Batch);
        }
    }

    /// <summary>Notes the answer to a request of a stream, which tells how many were accepted.</summary>
    /// <exception cref="FaultException">It contradicts what is known.</exception>
    public void Acknowledge(Attempt attempt, int accepted, int duplicates)
    {
        lock (_lock)
        {
            var all = attempt.Batch.Activities.Length;
            var most = attempt.MustBeDuplicate.Count(known => !known);
            var least = attempt.Batch.Activities.Where((one, i) => !attempt.MustBeDuplicate[i] && EntryOf(one).TimesSent == 1).Count();
            if (accepted < least || accepted > most || accepted + duplicates != all)
            {
                throw new FaultException(
                    $"Of a request of {all} activities {accepted} were accepted and {duplicates} were duplicates; "
                    + $"{least} had never been sent before and {all - most} had been acknowledged before.");
            }

            Note(attempt.Batch);
        }
    }

    /// <summary>Notes that no answer came: the batch may be recorded or not.</summary>
    public void Doubt(Attempt attempt)
    {
        lock (_lock) _inDoubt.Add(attempt.Batch);
    }

    /// <summary>Puts batches that were in doubt back, since they were not sent again.</summary>
    public void PutBack(IEnumerable<Batch> batches)
    {
        lock (_lock) _inDoubt.AddRange(batches);
    }

    /// <summary>Takes out the batches that are in doubt, to be sent again or to be judged.</summary>
    public List<Batch> TakeInDoubt()
    {
        lock (_lock)
        {
            List<Batch> taken = [.. _inDoubt];
            _inDoubt.Clear();
            return taken;
        }
    }

    /// <summary>An activity that was sent before; null when there is none.</summary>
    public Activity? AnySent(Random random)
    {
        lock (_lock) return _sent.Count == 0 ? null : _sent[random.Next(_sent.Count)];
    }

    /// <summary>A batch that was acknowledged before; null when there is none.</summary>
    public Batch? AnyAcknowledged(Random random)
    {
        lock (_lock) return _acknowledgedBatches.Count == 0 ? null : _acknowledgedBatches[random.Next(_acknowledgedBatches.Count)];
    }

    /// <summary>Every activity that was acknowledged, once.</summary>
    public List<Activity> TakeStock()
    {
        lock (_lock) return [.. _entries.Values.Where(entry => entry.IsAcknowledged).Select(entry => entry.Activity)];
    }

    public bool IsAcknowledged(Activity activity)
    {
        lock (_lock) return EntryOf(activity).IsAcknowledged;
    }

    /// <summary>In how many attempts an activity was sent.</summary>
    public int TimesSent(Activity activity)
    {
        lock (_lock) return EntryOf(activity).TimesSent;
    }

    private void Note(Batch batch)
    {
        foreach (var activity in batch.Activities)
        {
            var entry = EntryOf(activity);
            if (entry.IsAcknowledged) continue;
            entry.IsAcknowledged = true;
            Acknowledged++;
        }

        _acknowledgedBatches.Add(batch);
        Acknowledgements.Add();
    }

    private Entry EntryOf(Activity activity) => _entries[ActivityKey.Of(activity)];

    private static FaultException Wrong(Entry entry, string what) =>
        new($"Activity '{entry.Activity.Id}' of member '{entry.Activity.Member}' {what}.");

    private sealed class Entry(Activity activity)
    {
        public Activity Activity { get; } = activity;

        public int TimesSent { get; set; }

        public int TimesAccepted { get; set; }

        public bool IsAcknowledged { get; set; }
    }
}

/// <summary>One sending of a batch.</summary>
/// <param name="Batch">What is sent.</param>
/// <param name="MustBeDuplicate">Of each activity, whether it was acknowledged before it is sent now, or comes earlier in the batch.</param>
internal sealed record Attempt(Batch Batch, bool[] MustBeDuplicate);
