using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

/// <summary>The bar: scikit-learn's histogram gradient boosting, which no one can read, on a table that no one here made.</summary>
public sealed class OnlineShoppersTests
{
    private const double BoostingArea = 0.9301;
    private const double BoostingPrecision = 0.744;

    [Fact]
    public void Readable_parts_rank_like_the_black_box_and_say_what_happens()
    {
        var (table, positive) = OnlineShoppers.LoadOrSkip();
        var outcomes = new ScoredOutcomes(OutOfFold.Predict(
            table, positive, 5, new(), cancellationToken: TestContext.Current.CancellationToken), positive);
        Assert.InRange(Ranking.AreaUnderCurve(outcomes), 0.995 * BoostingArea, 1);
        Assert.InRange(Ranking.AveragePrecision(outcomes), BoostingPrecision - 0.02, 1);
        Assert.InRange(Probabilities.BrierScore(outcomes), 0, 0.072);
        Assert.InRange(Probabilities.CalibrationError(outcomes), 0, 0.012);
    }
}
