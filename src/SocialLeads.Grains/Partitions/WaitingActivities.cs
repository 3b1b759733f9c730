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
    /// <summary>Activities that may wait. More would save little work.</summary>
    private const int MaxActivities = 65_536;

    /// <summary>Cells of them all, 16 MiB. An activity has six or so, and with many tags and attributes a hundred.</summary>
    private const int MaxCells = 524_288;

    /// <summary>Activities that are folded within a turn for a checkpoint: some milliseconds.</summary>
    private const int FoldedInATurn = 2048;

    /// <summary>The members of what waits, in the order in which it came; some were folded meanwhile.</summary>
    private readonly Queue<MemberEntry> _members = new();
    private long _oldest = 1;

    /// <summary>Has an activity wait at its member.</summary>
    public void Add(MemberEntry entry, Activity activity)
    {
        entry.Wait(this, activity);
        _members.Enqueue(entry);
        while (_members.Count > MaxActivities || fold.WaitingCells > MaxCells) FoldOldest();
    }

    /// <summary>Folds what waits now, a little in each turn. What comes meanwhile may wait.</summary>
    /// <exception cref="InvalidDataException">A member's features are damaged.</exception>
    public async Task FoldAllAsync()
    {
        var behind = _oldest + _members.Count;
        while (true)
        {
            for (var left = FoldedInATurn; left > 0 && _oldest < behind; left--) FoldOldest();
            if (_oldest >= behind) return;
            await Task.Yield();
        }
    }

    /// <summary>Gives memory back that was not needed lately.</summary>
    public void Shrink()
    {
        fold.ShrinkWaiting();
        _members.TrimExcess();
    }

    /// <summary>See <see cref="FeatureFold.Wait"/>.</summary>
    public long Chain(Activity activity, long chain) => fold.Wait(activity, chain);

    /// <summary>See <see cref="FeatureFold.FoldWaiting"/>.</summary>
    public byte[] Fold(byte[] features, long chain) => fold.FoldWaiting(features, chain);

    private void FoldOldest()
    {
        var entry = _members.Dequeue();
        if (entry.WaitsSince(_oldest)) entry.Fold();
        fold.ForgetWaiting(_oldest++);
    }
}
