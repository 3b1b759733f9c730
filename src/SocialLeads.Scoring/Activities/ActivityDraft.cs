namespace SocialLeads.Scoring.Activities;

/// <summary>An activity as a sender gave it: anything may be wrong with it. Null and empty mean the same for text.</summary>
public readonly record struct ActivityDraft
{
    public string? Id { get; init; }

    public string? Member { get; init; }

    public string? Kind { get; init; }

    public SecondsAndNanos? OccurredAt { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? Peer { get; init; }

    public string? PeerRole { get; init; }

    public string? EmailDomain { get; init; }

    public SecondsAndNanos? Duration { get; init; }

    public double? Value { get; init; }

    public string? Text { get; init; }

    public string? Channel { get; init; }

    public IReadOnlyCollection<KeyValuePair<string, string>>? Attributes { get; init; }
}
