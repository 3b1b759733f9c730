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

    private const string WholeAddress = "is a whole address; only the part after '@' may be sent";

    /// <summary>Checks and normalizes a draft.</summary>
    /// <param name="draft">The draft; it is not changed.</param>
    /// <param name="arrivedAtMs">The server's clock, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="activity">The activity; null when there are violations.</param>
    /// <returns>Everything that is wrong with the draft, in the order of the fields; empty when it is valid.</returns>
    public static IReadOnlyList<FieldViolation> Check(in ActivityDraft draft, long arrivedAtMs, out Activity? activity)
    {
        var violations = new Violations();
        var id = Text("id", draft.Id, 1, MaxIdBytes, ref violations);
        var member = Text("member", draft.Member, 1, MaxMemberBytes, ref violations);
        var kind = Kind(draft.Kind ?? "", ref violations);
        if (TimeRules.Time(draft.OccurredAt, arrivedAtMs, out var occurredAtMs) is { } timeProblem)
            violations.Add("occurred_at", timeProblem);
        var group = Text("group", draft.Group, 0, MaxGroupBytes, ref violations);
        var tags = CollectionRules.Tags(draft.Tags, ref violations);
        var peer = Text("peer", draft.Peer, 0, MaxPeerBytes, ref violations);
        var peerRole = Text("peer_role", draft.PeerRole, 0, MaxPeerRoleBytes, ref violations);
        var emailDomain = EmailDomain(draft.EmailDomain, ref violations);
        var durationMs = DurationMs(draft.Duration, ref violations);
        var value = ValueThousandths(draft.Value, ref violations);
        var text = draft.Text ?? "";
        if (TextRules.IsLongerThan(text, MaxTextBytes)) violations.Add("text", TextRules.TooLong(MaxTextBytes));
        var channel = Text("channel", draft.Channel, 0, MaxChannelBytes, ref violations);
        var attributes = CollectionRules.Attributes(draft.Attributes, ref violations);

        activity = violations.Any ? null : new Activity
        {
            Id = id,
            Member = member,
            Kind = kind,
            OccurredAtMs = occurredAtMs,
            Group = group,
            Tags = tags,
            Peer = peer,
            PeerRole = peerRole,
            EmailDomain = emailDomain,
            DurationMs = durationMs,
            ValueThousandths = value,
            Text = text,
            Channel = channel,
            Attributes = attributes,
        };
        return violations.ToList();
    }

    /// <summary>What is wrong with the id of a member; null if nothing.</summary>
    public static string? CheckMember(string? member) => TextRules.Problem(member ?? "", 1, MaxMemberBytes);

    private static string Text(string field, string? text, int minBytes, int maxBytes, ref Violations violations)
    {
        text ??= "";
        if (TextRules.Problem(text, minBytes, maxBytes) is { } problem) violations.Add(field, problem);
        return text;
    }

    private static string Kind(string kind, ref Violations violations)
    {
        if (kind.Length == 0)
            violations.Add("kind", "is required");
        else if (!TextRules.IsSnakeName(kind) || kind.Length > MaxKindBytes)
            violations.Add("kind", "is not a lower_snake_case name ([a-z][a-z0-9_]*) of at most 64 bytes");
        return kind;
    }

    /// <summary>What is wrong with an e-mail domain that is asked for; null if nothing.</summary>
    public static string? CheckEmailDomain(string emailDomain)
    {
        ArgumentNullException.ThrowIfNull(emailDomain);
        return TextRules.Problem(emailDomain, 1, MaxEmailDomainBytes) ?? (emailDomain.Contains('@', StringComparison.Ordinal) ? WholeAddress : null);
    }

    private static string EmailDomain(string? emailDomain, ref Violations violations)
    {
        var domain = Text("email_domain", emailDomain, 0, MaxEmailDomainBytes, ref violations);
        if (domain.Contains('@', StringComparison.Ordinal))
            violations.Add("email_domain", WholeAddress);
        // Returns the same string when there is nothing to change.
        return domain.ToLowerInvariant();
    }

    private static long? DurationMs(SecondsAndNanos? duration, ref Violations violations)
    {
        if (duration is not { } given) return null;
        if (TimeRules.Duration(given, out var ms) is { } problem) violations.Add("duration", problem);
        return ms;
    }

    private static long? ValueThousandths(double? value, ref Violations violations)
    {
        if (value is not { } given) return null;
        // Written so that NaN fails it.
        if (given is >= -MaxValue and <= MaxValue) return (long)Math.Round(given * 1000, MidpointRounding.ToEven);
        violations.Add("value", "is not a finite number from -1e9 to 1e9");
        return null;
    }
}
