using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Scoring.Tests.Outcomes;

/// <summary>Outcomes are in a member's features, and of no consequence for its scores.</summary>
public class OutcomeFeaturesTests
{
    private readonly SymbolTable _symbols = new();

    [Fact]
    public void Outcomes_change_no_contribution_on_any_day() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), Gen.Choose(0, 500).ToArbitrary(), (both, daysAgo) =>
        {
            var alone = both.Where(activity => activity.Outcome == OutcomeKind.None);
            return Build.Lines(Build.Explain(Build.Pack, both, daysAgo)).SequenceEqual(Build.Lines(Build.Explain(Build.Pack, alone, daysAgo)));
        }));

    [Fact]
    public void The_days_of_a_member_are_those_of_its_activities() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), both =>
        {
            Activity[] alone = [.. both.Where(activity => activity.Outcome == OutcomeKind.None)];
            var header = FeatureHeader.Read(Fold(both))!.Value;
            return alone.Length == 0 ? !header.HasActivity : header == FeatureHeader.Read(Fold(alone));
        }));

    [Fact]
    public void Every_outcome_is_read_back_once_whatever_else_the_member_did() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), both =>
        {
            var expected = both.Where(activity => activity.Outcome != OutcomeKind.None)
                .GroupBy(one => (one.Day, one.Outcome, one.Id))
                .Select(same => (same.Key.Day, same.Key.Outcome, Amount: same.Sum(one => one.ValueThousandths ?? 0) / same.Count()));
            var read = Read(Fold(both)).Select(one => (one.Day, one.Kind, one.AmountThousandths ?? 0));
            return expected.Order().SequenceEqual(read.Order());
        }));

    [Fact]
    public void They_come_by_day_and_an_old_one_is_kept()
    {
        var features = Fold(
            Outcome("1", OutcomeKind.Won, 3) with { ValueThousandths = 12_500 }, Outcome("2", OutcomeKind.Qualified, 3000), Build.Activity("post"));
        Assert.Equal(
            [(Build.Today - 3000, OutcomeKind.Qualified, (long?)null), (Build.Today - 3, OutcomeKind.Won, 12_500L)],
            Read(features).Select(one => (one.Day, one.Kind, one.AmountThousandths)));
    }

    [Fact]
    public void A_newer_outcome_pushes_no_day_behind_the_retention()
    {
        Activity[] activities = [Build.Activity("post", 1000), Build.Activity("post", 700)];
        var lines = Build.Lines(Build.Explain(Build.Pack, activities, 990));
        Assert.NotEqual(["none"], lines);
        Assert.Equal(lines, Build.Lines(Build.Explain(Build.Pack, [.. activities, Outcome("1", OutcomeKind.Lost, 0)], 990)));
    }

    [Fact]
    public void Over_the_bound_an_outcome_and_its_amount_are_kept_or_dropped_together()
    {
        var many = Enumerable.Range(0, 600).Select(i => Outcome($"{i}", OutcomeKind.Won, i) with { ValueThousandths = 1 + i }).ToArray();
        var features = Fold(many);
        var read = Read(features);
        Assert.InRange(read.Length, 256, 257);
        Assert.All(read, one => Assert.Equal(1 + Build.Today - one.Day, one.AmountThousandths));
        Assert.Equal(1 << 10, FeatureHeader.Read(features)!.Value.OverBound);
        var other = new SymbolTable();
        var reversed = new FeatureFold(other).Fold(new FeatureFold(other).Fold([], many.Reverse().Take(300).ToArray()), many.AsSpan(0, 300));
        Assert.Equal(PortableFeatures.Export(features, _symbols).Bytes.ToArray(), PortableFeatures.Export(reversed, other).Bytes.ToArray());
    }

    [Fact]
    public void Whether_there_is_any_is_told_without_reading_them()
    {
        var reader = new OutcomeReader(_symbols);
        Assert.False(reader.HasAny([]));
        Assert.False(reader.HasAny(Fold(Build.Activity("post"))));
        Assert.True(reader.HasAny(Fold(Build.Activity("visit"), Outcome("1", OutcomeKind.Lost, 0))));
        Assert.False(reader.HasAny(Fold(Build.Activity("visit"))));
    }

    [Fact]
    public void Portable_features_hold_the_outcomes()
    {
        var portable = PortableFeatures.Parse(PortableFeatures.Export(Fold(Outcome("1", OutcomeKind.Lost, 9)), _symbols).Bytes);
        Assert.Equal(OutcomeKind.Lost, Assert.Single(new OutcomeReader(portable.Symbols).Read(portable.Packed.Span)).Kind);
    }

    private static Activity Outcome(string id, OutcomeKind kind, int daysAgo) =>
        Build.Activity(ActivityKinds.Outcome, daysAgo) with { Id = id, Outcome = kind };

    private byte[] Fold(params Activity[] activities) => new FeatureFold(_symbols).Fold([], activities);

    private System.Collections.Immutable.ImmutableArray<Outcome> Read(byte[] features) => new OutcomeReader(_symbols).Read(features);
}
