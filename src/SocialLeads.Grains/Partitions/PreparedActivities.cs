using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// What folding activities takes and can be known before they are durable, so that it is found when they have just come and are in
/// the processor's cache. It changes nothing that anybody could see. Keeps its room.
/// </summary>
internal sealed class PreparedActivities(MemberTable members, FeatureFold fold)
{
    private MemberEntry?[] _entries = [];

    /// <summary>What they add.</summary>
    public PackedActivities Packed { get; } = new();

    /// <summary>Their members; null of those who are not known yet.</summary>
    public ReadOnlySpan<MemberEntry?> Entries => _entries.AsSpan(0, Packed.Count);

    /// <summary>Whether any of them is an outcome.</summary>
    public bool HaveOutcomes { get; private set; }

    public void Add(ReadOnlySpan<Activity> activities)
    {
        var count = Packed.Count;
        if (_entries.Length < count + activities.Length) Array.Resize(ref _entries, Math.Max(2 * _entries.Length, count + activities.Length));
        members.Find(activities, _entries.AsSpan(count));
        foreach (var activity in activities)
        {
            fold.Pack(activity, Packed);
            HaveOutcomes |= activity.Outcome != OutcomeKind.None;
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Packed.Clear();
        HaveOutcomes = false;
    }
}
