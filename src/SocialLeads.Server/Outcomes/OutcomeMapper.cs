using SocialLeads.Grains.Outcomes;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;
using SocialLeads.Server.Requests;
using SocialLeads.V1;
using OutcomeKind = SocialLeads.Scoring.Outcomes.OutcomeKind;
using WireOutcome = SocialLeads.V1.Outcome;

namespace SocialLeads.Server.Outcomes;

/// <summary>Reads outcomes off the wire, unchecked, and writes recorded ones onto it. Kinds have the same numbers on both sides.</summary>
internal static class OutcomeMapper
{
    private const double ThousandthsPerUnit = 1000;

    public static OutcomeDraft ToDraft(WireOutcome outcome) => new()
    {
        Id = outcome.Id,
        Member = outcome.Member,
        Kind = (OutcomeKind)outcome.Kind,
        OccurredAt = outcome.OccurredAt is { } at ? new SecondsAndNanos(at.Seconds, at.Nanos) : null,
        Amount = outcome.HasAmount ? outcome.Amount : null,
    };

    public static RecordedOutcome ToWire(OutcomeRow row)
    {
        var recorded = new RecordedOutcome
        {
            Member = row.Place.Member,
            Kind = (V1.OutcomeKind)row.Outcome.Kind,
            Day = BoardRequest.FormatDay(row.Outcome.Day),
        };
        if (row.AmountThousandths is { } amount) recorded.Amount = amount / ThousandthsPerUnit;
        return recorded;
    }
}
