using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Activities that are in the log but not yet in their members' features. A member is folded when somebody looks at the
/// features, when they are saved, or when the oldest of its activities has waited for so many others: who does much is then folded
/// once for many activities, and the busiest members, whose features are the longest, are the ones that gain most. As many leave as
/// come, so that no turn folds many at once.
/// </summary>
internal sealed class WaitingActivities(FeatureFold fold)
{
    /// <summary>
    /// Activities that may wait: half as many as a checkpoint saves. Under full load a member is then folded once or twice for each
    /// time that it is saved; at other times checkpoints come every half minute, and fewer wait.
    /// </summary>
    private const int MaxActivities = 400_000;

    /// <summary>Cells of them all, 24 MiB as a rule and 100 at most. An activity has six or so, and with many tags and attributes a hundred.</summary>
    private const int MaxCells = 3_200_000;

    /// <summary>Activities that are folded within a turn for a checkpoint: some milliseconds.</summary>
    private const int FoldedInATurn = 2048;

    /// <summary>Members whose features are brought from memory together.</summary>
    private const int FoldedAtOnce = 32;

    /// <summary>The first waiting activity of each member that has any, in the order in which they came; some were folded meanwhile.</summary>
    private readonly Queue<(MemberEntry Entry, long Number)> _first = new();
    private readonly MemberEntry[] _due = new MemberEntry[FoldedAtOnce];
    private readonly long[] _chains = new long[FoldedAtOnce];
    private long _oldest = 1;
    private long _newest;
    private int _touched;
    private int _most;

    /// <summary>Has an activity wait at its member.</summary>
    public void Add(MemberEntry entry, Activity activity) => Add(entry, fold.Wait(activity, entry.Chain));

    /// <summary>Has a packed activity wait at its member.</summary>
    public void Add(MemberEntry entry, PackedActivities packed, int place) => Add(entry, fold.Wait(packed, place, entry.Chain));

    /// <summary>Folds what would have to be folded while so many more come, so that memory is waited for once for many members.</summary>
    public void MakeRoomFor(int activities) => FoldUntil(Math.Min(_newest, _newest + activities - MaxActivities) + 1);

    /// <summary>Folds what waits now, a little in each turn. What comes meanwhile may wait.</summary>
    /// <exception cref="InvalidDataException">A member's features are damaged.</exception>
    public async Task FoldAllAsync()
    {
        var behind = _newest + 1;
        while (true)
        {
            FoldUntil(Math.Min(behind, _oldest + FoldedInATurn));
            if (_oldest >= behind) return;
            await Task.Yield();
        }
    }

    /// <summary>Gives memory back that was not needed since the last time.</summary>
    public void Shrink()
    {
        fold.ShrinkWaiting();
        if (_first.Capacity > 2 * _most) _first.TrimExcess(Math.Max(_most, _first.Count));
        _most = _first.Count;
    }

    /// <summary>See <see cref="FeatureFold.FoldWaiting"/>.</summary>
    public byte[] Fold(byte[] features, long chain) => fold.FoldWaiting(features, chain);

    private void Add(MemberEntry entry, long number)
    {
        _newest = number;
        entry.Wait(this, number);
        if (entry.WaitsSince(number)) _first.Enqueue((entry, number));
        _most = Math.Max(_most, _first.Count);
        MakeRoomFor(0);
        while (fold.WaitingCells > MaxCells) FoldUntil(_oldest + 1);
    }

    /// <summary>Folds whom activities before a number wait for.</summary>
    private void FoldUntil(long number)
    {
        if (number <= _oldest) return;
        while (TakeDue(number) is > 0 and var count)
        {
            // Each is brought from memory while the others are: what follows would wait for one after another.
            for (var i = 0; i < count; i++)
            {
                _chains[i] = _due[i].Chain;
                _touched += _due[i].Touch();
            }

            _touched += fold.TouchWaiting(_chains.AsSpan(0, count));
            for (var i = 0; i < count; i++) _due[i].Fold();
        }

        _oldest = number;
        fold.ForgetWaiting(number - 1);
    }

    private int TakeDue(long number)
    {
        var count = 0;
        while (count < _due.Length && _first.TryPeek(out var first) && first.Number < number)
        {
            _first.Dequeue();
            if (first.Entry.WaitsSince(first.Number)) _due[count++] = first.Entry;
        }

        return count;
    }
}
