using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Tests.Accuracy;

public sealed class RankingTests
{
    [Fact]
    public void The_top_is_rounded_up_to_a_whole_row()
    {
        var outcomes = new ScoredOutcomes([0.9, 0.8, 0.1], [true, false, false]);
        Assert.Equal(1, Ranking.PrecisionAt(outcomes, 0.01m));
        Assert.Equal(0.5, Ranking.PrecisionAt(outcomes, 0.34m));
    }

    [Fact]
    public void Of_equal_scores_at_the_edge_of_the_top_a_fraction_counts()
    {
        var outcomes = new ScoredOutcomes([0.9, 0.5, 0.5, 0.5, 0.5, 0.1], [true, true, false, false, false, true]);
        // Two rows: the first, and one of four that are equal, of which one is positive.
        Assert.Equal((1 + 0.25) / 2, Ranking.PrecisionAt(outcomes, 0.33m), 1e-12);
        Assert.Equal((1 + 0.25) / 3, Ranking.RecallAt(outcomes, 0.33m), 1e-12);
        Assert.Equal((1 + 0.25) / 2 / 0.5, Ranking.LiftAt(outcomes, 0.33m), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.01)]
    public void A_share_is_above_0_and_at_most_1(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Ranking.PrecisionAt(new ScoredOutcomes([0, 1], [true, false]), (decimal)share));

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([0.1, 0.2], [true, true]));
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([0.1, 0.2], [false, false]));
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([], []));
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([0.1, double.NaN], [true, false]));
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([0.1], [true, false]));
        Assert.Throws<ArgumentException>(() => Probabilities.BrierScore(new ScoredOutcomes([-0.1, 0.2], [true, false])));
        Assert.Throws<ArgumentException>(() => Probabilities.CalibrationError(new ScoredOutcomes([0.1, 1.2], [true, false])));
    }
}
