using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Outcomes;

/// <summary>What an outcome must be to be taken in.</summary>
public static class OutcomeRules
{
    /// <summary>The largest amount.</summary>
    public const double MaxAmount = 1e9;

    /// <summary>
    /// What stands before the ids of outcomes, so that no activity of the member has the same: an id that is sent holds no
    /// control character.
    /// </summary>
    internal const string IdPrefix = "\u0001";

    /// <summary>Checks a draft and makes it an activity, which goes the way of any other.</summary>
    /// <param name="draft">The draft; it is not changed.</param>
    /// <param name="arrivedAtMs">The server's clock, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="activity">The activity; null when there are violations.</param>
    /// <returns>Everything that is wrong with the draft, in the order of the fields; empty when it is valid.</returns>
    public static IReadOnlyList<FieldViolation> Check(in OutcomeDraft draft, long arrivedAtMs, out Activity? activity)
    {
        var violations = new Violations();
        if (TextRules.Problem(draft.Id ?? "", 1, ActivityRules.MaxIdBytes) is { } idProblem) violations.Add("id", idProblem);
        if (ActivityRules.CheckMember(draft.Member) is { } memberProblem) violations.Add("member", memberProblem);
        if (draft.Kind == OutcomeKind.None)
            violations.Add("kind", "is required");
        else if (!Enum.IsDefined(draft.Kind))
            violations.Add("kind", "is no outcome; there are qualified, rejected, won and lost");
        if (TimeRules.Time(draft.OccurredAt, arrivedAtMs, out var occurredAtMs) is { } timeProblem)
            violations.Add("occurred_at", timeProblem);
        // Written so that NaN fails it.
        if (draft.Amount is not (null or (>= 0 and <= MaxAmount))) violations.Add("amount", "is not a finite number from 0 to 1e9");

        activity = violations.Any ? null : new Activity
        {
            Id = IdPrefix + draft.Id,
            Member = draft.Member!,
            Kind = ActivityKinds.Outcome,
            OccurredAtMs = occurredAtMs,
            Outcome = draft.Kind,
            ValueThousandths = draft.Amount is { } amount ? (long)Math.Round(amount * 1000, MidpointRounding.ToEven) : null,
        };
        return violations.ToList();
    }
}
