using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Activities that are in the log but not yet in their members' features. A member is folded when somebody looks at the
/// features, or when enough wait: who does much is then folded once for many activities, and the busiest members, whose
/// features are the longest, are the ones that gain most.
/// </summary>
internal sealed class WaitingActivities(FeatureFold fold)
{
    /// <summary>Activities that may wait. More would save little work.</summary>
    private const int MaxCount = 16_384;

    private readonly List<MemberEntry> _members = [];
    private int _count;

    /// <summary>Has an activity wait at its member.</summary>
    public void Add(MemberEntry entry, Activity activity)
    {
        if (!entry.IsWaiting) _members.Add(entry);
        entry.Wait(this, activity);
        if (++_count >= MaxCount) FoldAll();
    }

    /// <summary>See <see cref="FeatureFold.Wait"/>.</summary>
    public int Chain(Activity activity, int chain) => fold.Wait(activity, chain);

    /// <summary>See <see cref="FeatureFold.FoldWaiting"/>.</summary>
    public byte[] Fold(byte[] features, int chain) => fold.FoldWaiting(features, chain);

    private void FoldAll()
    {
        foreach (var entry in _members) entry.Fold();
        _members.Clear();
        fold.ClearWaiting();
        _count = 0;
    }
}
