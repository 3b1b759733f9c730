using System.Runtime.InteropServices;
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
    /// <summary>What may wait. More would save little work and keep more texts in memory.</summary>
    private const int MaxWeight = 16_384;

    /// <summary>Characters of text and attributes that weigh as much as an activity by itself.</summary>
    private const int CharactersOfWeight = 512;

    private readonly List<MemberEntry> _members = [];
    private readonly Stack<List<Activity>> _unused = new();
    private int _weight;

    /// <summary>Has an activity wait at its member.</summary>
    public void Add(MemberEntry entry, Activity activity)
    {
        if (!entry.IsWaiting)
        {
            entry.Wait(this, _unused.TryPop(out var list) ? list : []);
            _members.Add(entry);
        }

        entry.Add(activity);
        _weight += Weight(activity);
        if (_weight >= MaxWeight) FoldAll();
    }

    /// <summary>A member's features with what waited, which no longer does.</summary>
    public byte[] Fold(byte[] features, List<Activity> activities)
    {
        var folded = fold.Fold(features, CollectionsMarshal.AsSpan(activities));
        activities.Clear();
        _unused.Push(activities);
        return folded;
    }

    private void FoldAll()
    {
        foreach (var entry in _members) entry.Fold();
        _members.Clear();
        _weight = 0;
    }

    private static int Weight(Activity activity)
    {
        var characters = activity.Text.Length;
        if (!activity.Attributes.IsDefaultOrEmpty)
        {
            foreach (var (name, value) in activity.Attributes) characters += name.Length + value.Length;
        }

        return 1 + characters / CharactersOfWeight;
    }
}
