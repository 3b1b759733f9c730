using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Faults.Traffic;

/// <summary>The activities of one request, or its outcomes: all are of one sort. Sent again, it is the same object.</summary>
internal sealed class Batch(ImmutableArray<Activity> activities)
{
    public ImmutableArray<Activity> Activities { get; } = activities;

    /// <summary>Whether they are outcomes, which go by a call of their own and never on a stream.</summary>
    public bool HoldsOutcomes => Activities[0].Outcome != OutcomeKind.None;
}
