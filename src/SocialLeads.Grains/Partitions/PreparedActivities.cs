using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// What folding activities takes and can be known before they are durable, so that it is found when they have just come and are in
/// the processor's cache. It changes nothing that anybody could see. Keeps its room.
/// </summary>
internal sealed class PreparedActivities(MemberTable members, FeatureFold fold, SymbolBudget budget)
{
    private MemberEntry?[] _entries = [];

    /// <summary>What they add.</summary>
    public PackedActivities Packed { get; } = new();

    /// <summary>Their members; null of those who are not known yet.</summary>
    public ReadOnlySpan<MemberEntry?> Entries => _entries.AsSpan(0, Packed.Count);

    /// <summary>Whether any of them is an outcome.</summary>
    public bool HaveOutcomes { get; private set; }

    /// <summary>What the day of arrival was charged with for new series when the last of them were admitted.</summary>
    public int SymbolsSpent { get; private set; }

    /// <summary>Adds activities of the log.</summary>
    public void Add(ReadOnlySpan<Activity> activities)
    {
        Find(activities);
        foreach (var activity in activities) fold.Pack(activity, Packed);
    }

    /// <summary>Adds activities that are to be logged, those that the budget of new series leaves something out of replaced.</summary>
    public void Admit(Span<Activity> activities)
    {
        Find(activities);
        fold.Admit(activities, Packed, budget);
        SymbolsSpent = budget.SpentOnDay;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Packed.Clear();
        HaveOutcomes = false;
        SymbolsSpent = 0;
    }

    /// <summary>Finds members, before the activities are packed: what is packed is counted.</summary>
    private void Find(ReadOnlySpan<Activity> activities)
    {
        var count = Packed.Count;
        if (_entries.Length < count + activities.Length) Array.Resize(ref _entries, Math.Max(2 * _entries.Length, count + activities.Length));
        members.Find(activities, _entries.AsSpan(count));
        foreach (var activity in activities) HaveOutcomes |= activity.Outcome != OutcomeKind.None;
    }
}
