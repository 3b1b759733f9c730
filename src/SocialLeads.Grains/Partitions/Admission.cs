using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>Tells new activities from duplicates, a request at a time. Keeps its room.</summary>
internal sealed class Admission(ActivityFingerprint fingerprint, SeenActivities seen)
{
    private ulong[] _fingerprints = [];
    private Activity[] _new = [];

    /// <summary>Remembers the activities' ids, and tells of each whether it is new.</summary>
    /// <param name="activities">The activities.</param>
    /// <param name="day">The day of arrival.</param>
    /// <param name="admitted">The new ones, until the next call.</param>
    /// <param name="fingerprints">Of each new one the fingerprint, until the next call.</param>
    public ImmutableArray<bool> Admit(
        ImmutableArray<Activity> activities, int day, out ReadOnlySpan<Activity> admitted, out ReadOnlySpan<ulong> fingerprints)
    {
        if (_fingerprints.Length < activities.Length) _fingerprints = new ulong[activities.Length];
        var all = _fingerprints.AsSpan(0, activities.Length);
        for (var i = 0; i < activities.Length; i++) all[i] = fingerprint.Of(activities[i].Member, activities[i].Id);
        var isNew = new bool[activities.Length];
        var count = seen.Add(all, day, isNew);
        admitted = count == activities.Length ? activities.AsSpan() : KeepNew(activities, isNew, all);
        fingerprints = all[..count];
        return ImmutableCollectionsMarshal.AsImmutableArray(isNew);
    }

    private ReadOnlySpan<Activity> KeepNew(ImmutableArray<Activity> activities, bool[] isNew, Span<ulong> fingerprints)
    {
        if (_new.Length < activities.Length) _new = new Activity[activities.Length];
        var count = 0;
        for (var i = 0; i < isNew.Length; i++)
        {
            if (!isNew[i]) continue;
            (_new[count], fingerprints[count]) = (activities[i], fingerprints[i]);
            count++;
        }

        return _new.AsSpan(0, count);
    }
}
