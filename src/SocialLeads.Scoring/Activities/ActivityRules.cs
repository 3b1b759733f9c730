namespace SocialLeads.Scoring.Activities;

/// <summary>What an activity must be to be taken in. Lengths are in bytes of UTF-8.</summary>
public static class ActivityRules
{
    public const int MaxIdBytes = 200;
    public const int MaxMemberBytes = 200;
    public const int MaxKindBytes = 64;
    public const int MaxGroupBytes = 200;
    public const int MaxTags = 32;
    public const int MaxTagBytes = 100;
    public const int MaxPeerBytes = 200;
    public const int MaxPeerRoleBytes = 100;
    public const int MaxEmailDomainBytes = 253;
    public const int MaxTextBytes = 16_384;
    public const int MaxChannelBytes = 64;
    public const int MaxAttributes = 16;
    public const int MaxAttributeNameBytes = 64;
    public const int MaxAttributeValueBytes = 200;

    /// <summary>The longest duration: 31 days.</summary>
    public const long MaxDurationMs = 31L * UtcDay.Ms;

    /// <summary>The largest value either way.</summary>
    public const double MaxValue = 1e9;

    /// <summary>How far ahead of the server's clock an activity may lie: a day.</summary>
    public const long MaxAheadMs = UtcDay.Ms;

    /// <summary>Checks and normalizes a draft.</summary>
    /// <param name="draft">The draft; it is not changed.</param>
    /// <param name="arrivedAtMs">The server's clock, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="activity">The activity; null when there are violations.</param>
    /// <returns>Everything that is wrong with the draft, in the order of the fields; empty when it is valid.</returns>
    public static IReadOnlyList<FieldViolation> Check(in ActivityDraft draft, long arrivedAtMs, out Activity? activity) =>
        throw new NotImplementedException();
}
