using System.Collections.Immutable;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Learned;

/// <summary>Learning begins with the base model: where that is right, a few outcomes must not spoil it; where it is wrong, many must say so.</summary>
public sealed class BasePriorTests
{
    private static readonly ScoringModel _model = Build.Model(string.Join('\n', Enumerable.Range(0, 10).Select(i =>
        $"- {{ signal: s{i}, title: T, why: W, kinds: [k{i}], measure: count, weight: {i + 1}, transform: {{ logarithmic: {{ scale: 2 }} }}, cap: 1000 }}")));

    [Fact]
    public void A_hundred_outcomes_hardly_spoil_a_base_model_that_is_right()
    {
        var spoiled = Enumerable.Range(0, 5).Select(seed =>
        {
            var (learned, unseen) = Learn(seed, 100, points => (points - 110) / 15);
            return Area(unseen, one => one.Points.ToDouble()) - Area(unseen, one => learned.Of(one.Totals).ToDouble());
        }).Average();
        Assert.InRange(spoiled, -0.01, 0.03);
    }

    [Fact]
    public void Many_outcomes_correct_a_base_model_that_is_wrong()
    {
        var (learned, unseen) = Learn(9, 3000, points => (110 - points) / 15);
        var possible = 1 - Area(unseen, one => one.Points.ToDouble());
        Assert.InRange(possible, 0.7, 1);
        Assert.InRange(Area(unseen, one => learned.Of(one.Totals).ToDouble()), possible - 0.015, 1);
    }

    private static (LearnedPoints Learned, List<LearningExample> Unseen) Learn(int seed, int rows, Func<double, double> logit)
    {
        var random = new Random(seed);
        var examples = Enumerable.Range(0, rows + 2000).Select(i => Draw(random, i, logit)).ToList();
        var learned = LearnedPoints.Learn(_model, examples[..rows], new LearnerOptions(), TestContext.Current.CancellationToken);
        return (learned, examples[rows..]);
    }

    private static LearningExample Draw(Random random, int i, Func<double, double> logit)
    {
        ImmutableArray<long> totals = [.. _model.Signals.Select(_ => 1000L * random.Next(12))];
        var points = Points.FromThousandths(_model.Plans.Select((plan, at) => plan.PointsOfTotal(totals[at])).Sum());
        return new($"m{i}", new(i, random.NextDouble() < 1 / (1 + Math.Exp(-logit(points.ToDouble())))), totals, points);
    }

    private static double Area(List<LearningExample> examples, Func<LearningExample, double> of) =>
        Ranking.AreaUnderCurve(new ScoredOutcomes([.. examples.Select(of)], [.. examples.Select(one => one.Verdict.IsPositive)]));
}
