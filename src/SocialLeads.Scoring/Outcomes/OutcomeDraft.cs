using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Outcomes;

/// <summary>An outcome as a sender gave it: anything may be wrong with it. Null and empty mean the same for text.</summary>
public readonly record struct OutcomeDraft
{
    public string? Id { get; init; }

    public string? Member { get; init; }

    public OutcomeKind Kind { get; init; }

    public SecondsAndNanos? OccurredAt { get; init; }

    public double? Amount { get; init; }
}
