using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Tests.Accuracy;

public sealed class BootstrapTests
{
    private static readonly Func<ScoredOutcomes, double>[] _figures =
        [
            Ranking.AreaUnderCurve, Ranking.AveragePrecision, Probabilities.BrierScore, Probabilities.CalibrationError,
            outcomes => Ranking.LiftAt(outcomes, 0.05m),
        ];

    /// <summary>The highest score is not in every draw, and a figure must not stumble over that.</summary>
    [Fact]
    public void Every_figure_has_an_interval_around_it()
    {
        var (scores, positive) = Sample(100);
        var intervals = Bootstrap.Intervals(scores, positive, _figures, seed: 2, draws: 300);
        foreach (var (figure, interval) in _figures.Zip(intervals))
        {
            Assert.True(double.IsFinite(interval.Low) && double.IsFinite(interval.High));
            Assert.InRange((interval.Low + interval.High) / 2 / figure(new ScoredOutcomes(scores, positive)), 0.5, 2);
        }
    }

    [Fact]
    public void An_interval_holds_the_figure_and_shrinks_with_more_rows()
    {
        var (few, fewOutcomes) = Sample(200);
        var (many, manyOutcomes) = Sample(3200);
        var wide = Bootstrap.Intervals(few, fewOutcomes, _figures, seed: 1, draws: 400);
        var narrow = Bootstrap.Intervals(many, manyOutcomes, _figures, seed: 1, draws: 400);
        var figure = Ranking.AreaUnderCurve(new ScoredOutcomes(few, fewOutcomes));
        Assert.InRange(figure, wide[0].Low, wide[0].High);
        // Sixteen times the rows, a quarter of the width: with room for chance.
        Assert.InRange((wide[0].High - wide[0].Low) / (narrow[0].High - narrow[0].Low), 2.5, 6.5);
    }

    /// <summary>The standard error of the area under the curve has a formula (Hanley and McNeil 1982), which the draws must meet.</summary>
    [Fact]
    public void The_width_is_that_of_the_known_standard_error()
    {
        var (scores, positive) = Sample(1000);
        var outcomes = new ScoredOutcomes(scores, positive);
        var area = Ranking.AreaUnderCurve(outcomes);
        double m = outcomes.Positives, n = outcomes.Count - outcomes.Positives;
        var (q1, q2) = (area / (2 - area), 2 * area * area / (1 + area));
        var error = Math.Sqrt((area * (1 - area) + (m - 1) * (q1 - area * area) + (n - 1) * (q2 - area * area)) / (m * n));
        var interval = Bootstrap.Intervals(scores, positive, _figures, seed: 3)[0];
        Assert.InRange((interval.High - interval.Low) / (2 * 1.96 * error), 0.85, 1.15);
    }

    [Fact]
    public void The_seed_decides()
    {
        var (scores, positive) = Sample(100);
        Assert.Equal(Bootstrap.Intervals(scores, positive, _figures, 7, 50), Bootstrap.Intervals(scores, positive, _figures, 7, 50));
        Assert.NotEqual(Bootstrap.Intervals(scores, positive, _figures, 7, 50), Bootstrap.Intervals(scores, positive, _figures, 8, 50));
    }

    private static (double[] Scores, bool[] Positive) Sample(int rows)
    {
        var random = new Random(5);
        var scores = Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray();
        return (scores, [.. scores.Select(score => random.NextDouble() < 0.1 + 0.5 * score)]);
    }
}
