using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

public sealed class CalibrationTests
{
    [Fact]
    public void It_finds_by_how_much_a_model_exaggerates()
    {
        var truth = Truth.Draw(1, 20_000, 1, x => x[0] - 0.5);
        var fitted = Calibration.Fit([.. truth.Logits.Select(logit => 2 * logit + 1)], truth.Positive);
        Assert.Equal(0.5, fitted.Slope, 0.04);
        Assert.Equal(-0.5, fitted.Intercept, 0.08);
    }

    [Fact]
    public void After_it_the_mean_probability_is_the_rate()
    {
        var truth = Truth.Draw(2, 500, 1, x => 2 * x[0]);
        var logits = truth.Logits.Select(logit => 3 * logit - 2).ToArray();
        var fitted = Calibration.Fit(logits, truth.Positive);
        Assert.Equal(
            truth.Positive.Average(outcome => outcome ? 1.0 : 0),
            logits.Average(logit => Logistic.Probability(fitted.Slope * logit + fitted.Intercept)), 1e-9);
    }

    [Fact]
    public void A_model_that_ranks_backwards_is_taken_to_say_nothing()
    {
        var truth = Truth.Draw(3, 500, 1, x => 2 * x[0]);
        var fitted = Calibration.Fit([.. truth.Logits.Select(logit => -logit)], truth.Positive);
        Assert.Equal((0, Logistic.Logit(truth.Positive.Average(outcome => outcome ? 1.0 : 0))), (fitted.Slope, fitted.Intercept));
    }

    [Fact]
    public void Where_logits_do_not_vary_the_slope_stays_1()
    {
        var fitted = Calibration.Fit([.. Enumerable.Repeat(0.7, 100)], [.. Enumerable.Range(0, 100).Select(row => row % 4 == 0)]);
        Assert.Equal(Logistic.Logit(0.25), 0.7 * fitted.Slope + fitted.Intercept, 1e-9);
    }
}
