using FsCheck.Fluent;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

public class ScoreCurveTests
{
    [Fact]
    public void No_points_give_1_and_half_gives_50()
    {
        foreach (var half in (long[])[1000, 60_000, 123_456, Points.MaxThousandths])
        {
            var curve = new SaturatingCurve(Points.FromThousandths(half));
            Assert.Equal(1, curve.Score(Points.Zero));
            Assert.Equal(50, curve.Score(curve.Half), 1e-12);
        }
    }

    [Fact]
    public void Between_neighbouring_points_the_score_rises_strictly() =>
        Laws.Holds(
            Prop.ForAll(
                Gen.Choose(1000, (int)Points.MaxThousandths).ToArbitrary(),
                Gen.Choose(-(int)Points.MaxThousandths, (int)Points.MaxThousandths - 1).ToArbitrary(),
                (half, thousandths) => Rises(half, thousandths)),
            cases: 20_000);

    [Fact]
    public void It_rises_strictly_at_the_ends_too()
    {
        foreach (var half in (long[])[1000, 1001, 60_000, Points.MaxThousandths])
        {
            for (var step = 0; step < 20_000; step++)
            {
                Assert.True(Rises(half, Points.MaxThousandths - 1 - step));
                Assert.True(Rises(half, -Points.MaxThousandths + step));
                Assert.True(Rises(half, step - 10_000));
            }
        }
    }

    [Fact]
    public void It_stays_between_0_and_100()
    {
        var steepest = new SaturatingCurve(Points.FromThousandths(1000));
        Assert.InRange(steepest.Score(Points.FromThousandths(Points.MaxThousandths)), 99.99, Math.BitDecrement(100));
        Assert.InRange(steepest.Score(Points.FromThousandths(-Points.MaxThousandths)), double.Epsilon, 0.01);
    }

    [Fact]
    public void A_logistic_score_is_a_hundred_times_the_probability_of_log_odds()
    {
        var curve = new LogisticCurve();
        Assert.Equal(50, curve.Score(Points.Zero));
        for (var logOdds = -40.0; logOdds <= 20; logOdds += 0.125)
        {
            var percent = 100 / (1 + Math.Exp(-logOdds));
            Assert.Equal(1, curve.Score(Points.FromThousandths((long)(logOdds * 1000))) / percent, 1e-12);
        }
        Assert.Equal(100, curve.Score(Points.FromThousandths(21_000)), 3e-7);
    }

    [Fact]
    public void A_logistic_score_rises_strictly_over_all_that_a_model_can_give()
    {
        var curve = new LogisticCurve();
        var most = curve.Most.Thousandths;
        var last = curve.Score(Points.FromThousandths(-most));
        Assert.True(last > 0);
        for (var thousandths = 1 - most; thousandths <= most; thousandths++)
        {
            var score = curve.Score(Points.FromThousandths(thousandths));
            Assert.True(score > last, $"at {thousandths}");
            last = score;
        }
        Assert.True(last < 100);
    }

    private static bool Rises(long half, long thousandths)
    {
        var curve = new SaturatingCurve(Points.FromThousandths(half));
        return curve.Score(Points.FromThousandths(thousandths)) < curve.Score(Points.FromThousandths(thousandths + 1));
    }
}
