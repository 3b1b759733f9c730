using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Learned;

public sealed class OutcomeLearnerTests
{
    private static readonly Lazy<SimulatedOutcomes> _simulated = new(() => new(seed: 1, members: 900));
    private static readonly Lazy<OutcomeLearning> _learned = new(() => _simulated.Value.Learn());

    [Fact]
    public void What_is_learned_beats_the_pack_and_says_what_happens()
    {
        var report = _learned.Value.HeldOut!;
        Assert.True(report.AreaGained.Interval.Low > 0, report.AreaGained.ToString());
        Assert.True(report.PrecisionGained.Interval.Low > 0, report.PrecisionGained.ToString());
        Assert.True(report.BrierGained.Interval.High < 0, report.BrierGained.ToString());
        Assert.InRange(report.Learned.AreaUnderCurve.Value, 0.85, 1);
        Assert.All(report.Learned.Reliability, point => Assert.InRange(point.PositiveFraction.Value - point.MeanProbability, -0.2, 0.2));
        Assert.InRange(report.Positives + report.Negatives, 160, 200);
        Assert.Empty(_learned.Value.Warnings);
        Assert.Null(_learned.Value.Refusal);
        Assert.Equal(900, _learned.Value.Positives + _learned.Value.Negatives);
    }

    [Fact]
    public void The_document_is_a_model_like_any_other()
    {
        var model = Build.Parse(_learned.Value.Document!);
        Assert.Equal(("learned", 1, "Learned"), (model.Id, model.Version, model.Title));
        Assert.IsType<LogisticCurve>(model.Curve);
        Assert.All(model.Signals, signal => Assert.NotNull(signal.Steps));
        var comments = model.Signals.Single(signal => signal.Id == "content_comments");
        var forwards = model.Signals.Single(signal => signal.Id == "content_forwarded");
        Assert.True(comments.Steps!.Steps[^1].PointsThousandths < -500);
        Assert.True(forwards.Steps!.Steps[^1].PointsThousandths > 500);
        Assert.Equal(Build.Pack.Signals.Single(signal => signal.Id == "tag_interest").Kinds, model.Signals.Single(signal => signal.Id == "tag_interest").Kinds);
        Assert.Contains("Left out, since they told nothing: ", model.Description, StringComparison.Ordinal);
        Assert.Contains("900 members", comments.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void It_scores_a_member_as_what_was_learned_does_and_its_contributions_add_up()
    {
        var (simulated, model) = (_simulated.Value, Build.Parse(_learned.Value.Document!));
        var scorer = new Scorer(model, simulated.Symbols);
        for (var i = 0; i < simulated.Features.Count; i++)
        {
            var example = simulated.Examples[i];
            Assert.True(scorer.TryPoints(simulated.Features[i], example.Verdict.Day - 1, out var points));
            var expected = model.Intercept.Thousandths + model.Signals.Sum(
                signal => signal.Steps!.At(example.Totals[Build.Pack.Signals.IndexOf(Build.Pack.Signals.Single(one => one.Id == signal.Id))]));
            Assert.Equal(expected, points.Thousandths);
            var explanation = scorer.Explain(simulated.Features[i], example.Verdict.Day - 1)!;
            Assert.Equal(points, explanation.Points);
            Assert.Equal(points.Thousandths, explanation.Contributions.Sum(one => one.Points.Thousandths));
            Assert.Equal(100 / (1 + Math.Exp(-points.ToDouble())), explanation.Score, 1e-6);
        }
    }

    [Fact]
    public void The_same_examples_in_any_order_give_the_same_document_and_report()
    {
        var again = new SimulatedOutcomes(seed: 1, members: 900);
        again.Examples.Reverse();
        var learned = again.Learn();
        Assert.Equal(_learned.Value.Document, learned.Document);
        Assert.Equal(_learned.Value.HeldOut!.AreaGained, learned.HeldOut!.AreaGained);
        Assert.Equal(_learned.Value.HeldOut.Learned.Reliability, learned.HeldOut.Learned.Reliability);
    }

    [Fact]
    public void A_learned_model_can_be_learned_from_again()
    {
        var model = Build.Parse(_learned.Value.Document!);
        var again = new SimulatedOutcomes(seed: 2, members: 400, model: model).Learn(model);
        Assert.Null(again.Refusal);
        Assert.All(Build.Parse(again.Document!).Signals, signal => Assert.Contains(signal.Id, model.Signals.Select(one => one.Id)));
    }

    [Fact]
    public void Fewer_than_forty_of_a_kind_are_refused_with_the_numbers()
    {
        var simulated = new SimulatedOutcomes(seed: 3, members: 300);
        var positives = simulated.Examples.Where(one => one.Verdict.IsPositive).ToList();
        simulated.Examples.RemoveAll(positives[39..].Contains);
        var learned = simulated.Learn();
        Assert.Null(learned.Document);
        Assert.Equal($"There are 39 positive and {300 - positives.Count} negative outcomes to learn from; at least 40 of each are needed.", learned.Refusal);
        simulated.Examples.Add(positives[39]);
        Assert.Null(simulated.Learn().Refusal);
    }

    [Fact]
    public void Of_noise_nothing_is_learned()
    {
        var simulated = new SimulatedOutcomes(seed: 4, members: 200);
        for (var i = 0; i < simulated.Examples.Count; i++)
            simulated.Examples[i] = simulated.Examples[i] with { Totals = [.. simulated.Examples[i].Totals.Select(_ => 0L)] };
        var learned = simulated.Learn();
        Assert.Matches("^Nothing that corporate-community measures tells the [0-9]+ positive outcomes from the [0-9]+ negative ones.$", learned.Refusal);
        Assert.Null(learned.Document);
    }

    [Fact]
    public void Outcomes_of_a_single_day_cannot_be_judged()
    {
        var learned = new SimulatedOutcomes(seed: 5, members: 300, dayOf: _ => 50).Learn();
        Assert.NotNull(learned.Document);
        Assert.Null(learned.HeldOut);
        Assert.Equal(LearningWarningReason.NotJudged, Assert.Single(learned.Warnings).Reason);
    }

    [Fact]
    public void Few_held_out_of_a_kind_are_warned_of()
    {
        var simulated = new SimulatedOutcomes(seed: 6, members: 400);
        var newest = simulated.Examples.OrderByDescending(one => one.Verdict.Day).Take(200).Where(one => one.Verdict.IsPositive).Skip(4).ToList();
        simulated.Examples.RemoveAll(newest.Contains);
        Assert.Contains(simulated.Learn().Warnings, warning => warning.Reason == LearningWarningReason.FewHeldOut);
    }

    [Fact]
    public void A_model_that_is_no_better_is_warned_of()
    {
        var simulated = new SimulatedOutcomes(seed: 7, members: 300);
        var random = new Random(7);
        for (var i = 0; i < simulated.Examples.Count; i++)
        {
            var example = simulated.Examples[i];
            var points = example.Verdict.IsPositive ? 60_000 + random.Next(1000) : random.Next(40_000);
            simulated.Examples[i] = example with { Points = Points.FromThousandths(points) };
        }
        var learned = simulated.Learn();
        var warning = Assert.Single(learned.Warnings, warning => warning.Reason == LearningWarningReason.NotBetter);
        Assert.Contains("that of corporate-community 1.000", warning.Text, StringComparison.Ordinal);
        Assert.Equal(1, learned.HeldOut!.Base.AreaUnderCurve.Value);
    }

    [Fact]
    public void A_signal_that_is_new_is_warned_of()
    {
        var simulated = new SimulatedOutcomes(seed: 8, members: 300);
        var referrals = Build.Pack.Signals.Select(signal => signal.Id).ToList().IndexOf("referrals");
        var at = simulated.Examples.FindIndex(one => one.Verdict.Day == simulated.Examples.Max(other => other.Verdict.Day));
        simulated.Examples[at] = simulated.Examples[at] with { Totals = simulated.Examples[at].Totals.SetItem(referrals, 1000) };
        var warning = Assert.Single(simulated.Learn().Warnings, warning => warning.Reason == LearningWarningReason.SignalIsNew);
        Assert.StartsWith("referrals was measured for 1 members", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_pack_can_be_learned_from() => Assert.All(ModelPacks.Load(), pack =>
    {
        var learned = new SimulatedOutcomes(seed: 9, members: 300, model: pack).Learn(pack);
        if (learned.Document is { } document) Assert.Equal(pack.Company.Top, Build.Parse(document).Company.Top);
        else Assert.NotNull(learned.Refusal);
    });

    [Fact]
    public void Nobody_is_learned_from_who_was_not_there_the_day_before()
    {
        var symbols = new SymbolTable();
        var features = PortableFeatures.Export(new FeatureFold(symbols).Fold([], [Build.Activity("post")]), symbols);
        var reader = new ExampleReader(Build.Pack);
        Assert.Null(reader.Read("m", features, new(Build.Today, true)));
        Assert.NotNull(reader.Read("m", features, new(Build.Today + 1, true)));
    }

    [Theory]
    [InlineData("+10 +40", 10, true)]
    [InlineData("-5 +30 +60", 30, true)]
    [InlineData("+10 -40", 40, false)]
    [InlineData("+10 -40 +50", 50, true)]
    [InlineData("-7", 7, false)]
    public void The_last_outcome_decides_from_the_first_of_its_sort(string outcomes, int day, bool positive)
    {
        var verdicts = outcomes.Split(' ').Select(text => new Verdict(int.Parse(text[1..], null), text[0] == '+'));
        Assert.Equal(new Verdict(day, positive), Verdict.Of([.. verdicts]));
    }
}
