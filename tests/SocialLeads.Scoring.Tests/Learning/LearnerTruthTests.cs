using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

/// <summary>
/// How near the learner comes to truths that are known, in rows it has not seen: measured against the area under the curve of
/// the true logits themselves, which nothing can exceed by more than chance.
/// </summary>
public sealed class LearnerTruthTests
{
    [Fact]
    public void A_straight_line_is_learned_from_a_few_hundred_rows() =>
        AssertNearTruth(Truth.Draw(1, 400, 8, x => x[0] - 0.8 * x[1] + 0.6 * x[2] + 0.4 * x[3]), shortfall: 0.03);

    [Fact]
    public void A_straight_line_is_learned_all_but_perfectly_from_thousands() =>
        AssertNearTruth(Truth.Draw(2, 3000, 8, x => x[0] - 0.8 * x[1] + 0.6 * x[2] + 0.4 * x[3]), shortfall: 0.008);

    [Fact]
    public void Bends_and_thresholds_are_learned() =>
        AssertNearTruth(Truth.Draw(3, 3000, 5, x => 1.5 * Math.Sin(2 * x[0]) + (Math.Abs(x[1]) > 1 ? 1.5 : 0) + (x[2] > 0.5 ? 1 : 0)), shortfall: 0.02);

    /// <summary>Neither column says anything alone.</summary>
    [Fact]
    public void Two_columns_that_matter_only_together_are_found()
    {
        var truth = Truth.Draw(4, 800, 6, x => x[1] * x[4] > 0 ? 1.5 : -1.5);
        AssertNearTruth(truth, shortfall: 0.06);
        var model = truth.Learn();
        Assert.Equal("x1 x x4", model.Parts[0].Name);
        Assert.InRange(Area(truth.Unseen(new() { MaxPairs = 0 }), truth), 0.4, 0.6);
    }

    [Fact]
    public void The_few_that_matter_are_found_among_a_hundred() =>
        AssertNearTruth(Truth.Draw(5, 600, 100, x => x[0] - 0.8 * x[1] + 0.6 * x[2]), shortfall: 0.07);

    [Fact]
    public void Rare_outcomes_stay_calibrated()
    {
        var truth = Truth.Draw(6, 6000, 5, x => x[0] + 0.8 * x[1] - 0.6 * x[2] - 4);
        AssertNearTruth(truth, shortfall: 0.025);
        var outcomes = new ScoredOutcomes(truth.Unseen(), truth.Positive);
        Assert.InRange(Probabilities.CalibrationError(outcomes), 0, 0.01);
    }

    [Theory]
    [InlineData(400, 10)]
    [InlineData(2000, 20)]
    [InlineData(400, 60)]
    public void Of_noise_nothing_is_learned(int rows, int columns)
    {
        var truth = Truth.Draw(rows + columns, rows, columns, _ => -1);
        var probabilities = truth.Unseen();
        var outcomes = new ScoredOutcomes(probabilities, truth.Positive);
        Assert.InRange(Ranking.AreaUnderCurve(outcomes), 0.42, 0.58);
        var rate = (double)outcomes.Positives / outcomes.Count;
        // Not much worse than to say the rate of all, which is the best there is.
        Assert.InRange(Probabilities.BrierScore(outcomes) / (rate * (1 - rate)), 0.97, 1.03);
    }

    [Fact]
    public void Many_levels_are_learned_and_an_id_is_not()
    {
        var random = new Random(7);
        var effects = Enumerable.Range(0, 60).Select(_ => 2 * random.NextDouble() - 1).ToArray();
        var levels = Enumerable.Range(0, 3000).Select(_ => random.Next(60)).ToArray();
        var at = 0;
        var truth = Truth.Draw(7, 3000, 1, x => 2 * effects[levels[at++]] + 0.5 * x[0]).With(
            new CategoryColumn("level", [.. levels.Select(level => $"L{level}")]),
            new CategoryColumn("id", [.. Enumerable.Range(0, 3000).Select(row => $"R{row}")]));
        AssertNearTruth(truth, shortfall: 0.03);
        Assert.DoesNotContain(truth.Learn().Parts, part => part.Name.Contains("id", StringComparison.Ordinal));
    }

    [Fact]
    public void That_a_value_is_missing_can_say_something()
    {
        var random = new Random(8);
        var hidden = Enumerable.Range(0, 1500).Select(_ => random.Next(3) == 0).ToArray();
        var at = 0;
        var truth = Truth.Draw(8, 1500, 3, x => (hidden[at++] ? 1.5 : -1) + x[1])
            .Change("x0", column => new NumberColumn("x0", [.. column.Values.Select((value, row) => hidden[row] ? double.NaN : value)]));
        AssertNearTruth(truth, shortfall: 0.02);
    }

    private static void AssertNearTruth(Truth truth, double shortfall)
    {
        var possible = Area(truth.Logits, truth);
        Assert.InRange(Area(truth.Unseen(), truth), possible - shortfall, 1);
    }

    private static double Area(double[] scores, Truth truth) =>
        Ranking.AreaUnderCurve(new ScoredOutcomes(scores, truth.Positive));
}
