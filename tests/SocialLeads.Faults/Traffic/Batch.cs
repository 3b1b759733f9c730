using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Faults.Traffic;

/// <summary>The activities of one request. Sent again, it is the same object.</summary>
internal sealed class Batch(ImmutableArray<Activity> activities)
{
    public ImmutableArray<Activity> Activities { get; } = activities;
}
