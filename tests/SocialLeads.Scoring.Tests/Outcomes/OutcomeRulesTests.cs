using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Scoring.Tests.Outcomes;

public class OutcomeRulesTests
{
    private static readonly long _now = UtcDay.ToUnixMs(Build.Today);

    private static readonly OutcomeDraft _good = new()
    {
        Id = "deal-7",
        Member = "ann",
        Kind = OutcomeKind.Won,
        OccurredAt = new(_now / 1000 - 5, 999_999_999),
        Amount = 1.0005,
    };

    [Fact]
    public void A_good_one_becomes_an_activity_that_no_sent_activity_can_be()
    {
        Assert.Empty(OutcomeRules.Check(_good, _now, out var activity));
        Assert.Equal(("ann", OutcomeKind.Won, 1000L, _now - 4001), (activity!.Member, activity.Outcome, activity.ValueThousandths, activity.OccurredAtMs));
        var draft = new ActivityDraft { Id = activity.Id, Member = "ann", Kind = activity.Kind, OccurredAt = _good.OccurredAt };
        Assert.Equal(["id", "kind"], ActivityRules.Check(draft, _now, out _).Select(one => one.Field));
        Assert.Empty(ActivityRules.Check(draft with { Id = "deal-7", Kind = "post" }, _now, out var post));
        Assert.NotEqual(activity.Id, post!.Id);
    }

    [Fact]
    public void Every_field_that_is_wrong_is_named()
    {
        Assert.Equal(["id", "member", "kind", "occurred_at"], Fields(default));
        Assert.Equal(["id"], Fields(_good with { Id = "a\u0001" }));
        Assert.Equal(["id"], Fields(_good with { Id = new string('x', 201) }));
        Assert.Equal(["member"], Fields(_good with { Member = new string('x', 201) }));
        Assert.Equal(["kind"], Fields(_good with { Kind = (OutcomeKind)5 }));
        Assert.Equal(["kind"], Fields(_good with { Kind = (OutcomeKind)(-1) }));
        Assert.Equal(["occurred_at"], Fields(_good with { OccurredAt = new(_now / 1000 + 86_401, 0) }));
        foreach (var amount in (double[])[-0.001, 1e9 + 1, double.NaN, double.PositiveInfinity])
            Assert.Equal(["amount"], Fields(_good with { Amount = amount }));
    }

    [Fact]
    public void The_largest_amount_and_none_are_taken()
    {
        Assert.Empty(OutcomeRules.Check(_good with { Amount = 1e9 }, _now, out var most));
        Assert.Equal(1_000_000_000_000, most!.ValueThousandths);
        Assert.Empty(OutcomeRules.Check(_good with { Amount = null }, _now, out var none));
        Assert.Null(none!.ValueThousandths);
    }

    [Fact]
    public void A_model_that_counts_outcomes_is_refused()
    {
        var result = ModelDocument.Parse("""
            model: leaking
            version: 1
            title: Leaking
            curve: { half: 60 }
            signals:
            - signal: s
              title: S
              why: Because.
              kinds: [post, outcome]
              measure: count
              points: 1
            """);
        Assert.Null(result.Model);
        var violation = Assert.Single(result.Violations, one => one.Field == "signals[0].kinds");
        Assert.Contains("outcome", violation.Description, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Fields(OutcomeDraft draft)
    {
        var violations = OutcomeRules.Check(draft, _now, out var activity);
        Assert.Null(activity);
        return violations.Select(one => one.Field);
    }
}
