using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Features;

public class SymbolBudgetTests
{
    private static readonly ScoringModel _model = Build.Parse("""
        model: m
        version: 1
        title: T
        curve: { half: 1 }
        filters:
          - { filter: help, any: [help], kinds: [note], attributes: { plan: pro } }
        signals:
          - { signal: tags, title: T, why: W, kinds: [page_view], facet: tag, measure: count, facet_weights: { pricing: 2, "product-*": 3 }, weight: 1, cap: 50 }
          - { signal: plans, title: T, why: W, kinds: [visit], facet: attribute.plan, measure: count, facet_weights: { gold: 2 }, weight: 1, cap: 50 }
          - { signal: ends, title: T, why: W, kinds: [position_update], where: { attribute: changed, is: end_date }, measure: count, weight: 1, cap: 50 }
          - { signal: groups, title: T, why: W, kinds: [group_join], ends: [group_leave], facet: group, measure: membership, weight: 1, cap: 50 }
          - { signal: helps, title: T, why: W, kinds: [note], filter: help, measure: count, weight: 1, cap: 50 }
        """);

    private readonly SymbolTable _symbols = new();

    [Fact]
    public void The_first_half_is_free_and_the_second_is_rationed_by_the_day()
    {
        var budget = new SymbolBudget(_symbols, maxSymbols: 20, maxNewADay: 3);
        budget.BeginDay(1);
        Assert.Equal(10, Admitted(budget, 10));
        Assert.Equal((true, 0), (budget.IsRationed, budget.SpentOnDay));

        Assert.Equal(3, Admitted(budget, 10));
        budget.BeginDay(2);
        Assert.Equal(3, Admitted(budget, 10));
        Assert.Equal(3, budget.SpentOnDay);

        // A clock that steps back, and forth again, gives nothing more.
        budget.BeginDay(1);
        budget.BeginDay(2);
        Assert.Equal(0, Admitted(budget, 10));

        budget.BeginDay(3);
        budget.BeginDay(4);
        Assert.Equal(3, Admitted(budget, 10));
        budget.BeginDay(5);
        Assert.Equal(1, Admitted(budget, 10));
        Assert.Equal(20, _symbols.Count);
    }

    [Fact]
    public void What_was_spent_of_a_day_before_a_restart_stays_spent()
    {
        var budget = new SymbolBudget(_symbols, maxSymbols: 20, maxNewADay: 3);
        Admitted(budget, 10);

        budget.BeginDay(7, spent: 2);
        budget.BeginDay(7);

        Assert.Equal(1, Admitted(budget, 10));
    }

    [Fact]
    public void What_models_name_is_admitted_when_nothing_else_is()
    {
        var budget = Full(NamedFacets.Of([_model]));

        Assert.True(budget.Admits(new SeriesKey("page_view", Dimension.Tag, "pricing", Metric.Count)));
        Assert.True(budget.Admits(new SeriesKey("post", Dimension.Tag, "pricing", Metric.Count)));
        Assert.True(budget.Admits(new SeriesKey("visit", Dimension.Attribute, "plan=gold", Metric.Count)));
        Assert.True(budget.Admits(new SeriesKey("position_update", Dimension.Attribute, "changed=end_date", Metric.Count)));
        Assert.True(budget.Admits(new SeriesKey("note", Dimension.Attribute, "plan=pro", Metric.Count)));

        Assert.False(budget.Admits(new SeriesKey("page_view", Dimension.Group, "pricing", Metric.Count)));
        Assert.False(budget.Admits(new SeriesKey("page_view", Dimension.Tag, "product-x", Metric.Count)));
        Assert.False(budget.Admits(new SeriesKey("page_view", Dimension.Tag, "product-*", Metric.Count)));
        Assert.False(budget.Admits(new SeriesKey("visit", Dimension.Attribute, "plan=silver", Metric.Count)));
        Assert.Equal(0, budget.SpentOnDay);
    }

    [Fact]
    public void What_has_no_facet_that_a_sender_chose_is_always_admitted()
    {
        var budget = Full(NamedFacets.None);

        Assert.True(budget.Admits(new SeriesKey("post", Dimension.None, "", Metric.LatestValue)));
        Assert.True(budget.Admits(new SeriesKey("post", Dimension.PeerRole, "", Metric.Peers)));
        Assert.True(budget.Admits(new SeriesKey("post", Dimension.Filter, "help#1", Metric.Count)));
        Assert.True(budget.Admits(new SeriesKey("post", Dimension.Phrase, "help#1 help", Metric.Count)));
    }

    [Fact]
    public void Kinds_that_no_model_counts_are_bounded()
    {
        var budget = new SymbolBudget(_symbols, maxSymbols: 1_000_000, maxNewADay: 0) { Named = NamedFacets.Of([_model]) };
        var packed = new PackedActivities();
        var activities = Enumerable.Range(0, 1_000).Select(i => Build.Activity($"kind_{i}") with { Tags = ["red"] })
            .Append(Build.Activity("group_leave")).Append(Build.Activity("kind_7")).ToArray();

        new FeatureFold(_symbols).Admit(activities, packed, budget);

        Assert.Equal(SymbolBudget.MaxKinds, activities.Count(activity => activity.Kind.StartsWith("kind_", StringComparison.Ordinal)) - 1);
        Assert.Equal(("group_leave", "kind_7"), (activities[^2].Kind, activities[^1].Kind));
        var other = activities[SymbolBudget.MaxKinds];
        Assert.Equal((ActivityKinds.NotKept, "red"), (other.Kind, Assert.Single(other.Tags)));
        Assert.Equal(1_000 - SymbolBudget.MaxKinds, budget.LeftOut);
        // Both series of each kind, those of what is not kept, and one of leaving groups.
        Assert.Equal(2 * SymbolBudget.MaxKinds + 2 + 1, _symbols.Count);
    }

    [Fact]
    public void No_sender_and_no_model_can_name_what_is_not_kept()
    {
        Assert.NotEmpty(ActivityRules.Check(
            new ActivityDraft { Id = "1", Member = "m", Kind = ActivityKinds.NotKept, OccurredAt = new(0, 0) }, 0, out _));
        Assert.NotEmpty(ModelDocument.Parse(_model.Document.Replace("[visit]", "['*']", StringComparison.Ordinal)).Violations);
    }

    [Fact]
    public void An_activity_loses_only_what_is_new()
    {
        var known = Build.Activity("comment") with
        {
            Group = "g",
            Tags = ["red", "blue"],
            Peer = "p1",
            PeerRole = "customer",
            EmailDomain = "own.example",
            Channel = "web",
            Attributes = [new("plan", "gold"), new("size", "10")],
        };
        var fold = new FeatureFold(_symbols);
        fold.Fold([], [known]);
        var budget = new SymbolBudget(_symbols, maxSymbols: 1, maxNewADay: 0);
        Activity[] activities =
        [
            known with { Peer = "p2" },
            known with { Tags = ["red", "green", "blue"], Attributes = [new("plan", "silver"), new("size", "10")] },
            known with { Group = "h", PeerRole = "partner", EmailDomain = "other.example", Channel = "mobile", DurationMs = 5, Text = "said" },
        ];
        var sent = activities.ToArray();

        fold.Admit(activities, new PackedActivities(), budget);

        Assert.Same(sent[0], activities[0]);
        Assert.Equal(["red", "blue"], activities[1].Tags);
        Assert.Equal("size", Assert.Single(activities[1].Attributes).Key);
        Assert.Equal(
            sent[2] with { Group = "", PeerRole = "", EmailDomain = "", Channel = "", Tags = activities[2].Tags, Attributes = activities[2].Attributes },
            activities[2]);
        Assert.Equal(sent[2].Tags.AsEnumerable(), activities[2].Tags);
        Assert.Equal(sent[2].Attributes.AsEnumerable(), activities[2].Attributes);
        Assert.Equal(2 + 4, budget.LeftOut);
    }

    private SymbolBudget Full(NamedFacets named)
    {
        var budget = new SymbolBudget(_symbols, maxSymbols: 10, maxNewADay: 100) { Named = named };
        Assert.Equal(10, Admitted(budget, 20));
        budget.BeginDay(1);
        return budget;
    }

    /// <summary>How many of some new tags are admitted; those are added.</summary>
    private int Admitted(SymbolBudget budget, int tags)
    {
        var before = _symbols.Count;
        for (var i = 0; i < tags; i++)
        {
            var key = new SeriesKey("page_view", Dimension.Tag, $"{Guid.NewGuid()}", Metric.Count);
            if (budget.Admits(key)) _symbols.Intern(key);
        }

        return _symbols.Count - before;
    }
}
