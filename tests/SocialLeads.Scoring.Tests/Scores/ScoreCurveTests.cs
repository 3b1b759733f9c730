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
            var curve = new ScoreCurve(Points.FromThousandths(half));
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
        var steepest = new ScoreCurve(Points.FromThousandths(1000));
        Assert.InRange(steepest.Score(Points.FromThousandths(Points.MaxThousandths)), 99.99, Math.BitDecrement(100));
        Assert.InRange(steepest.Score(Points.FromThousandths(-Points.MaxThousandths)), double.Epsilon, 0.01);
    }

    private static bool Rises(long half, long thousandths)
    {
        var curve = new ScoreCurve(Points.FromThousandths(half));
        return curve.Score(Points.FromThousandths(thousandths)) < curve.Score(Points.FromThousandths(thousandths + 1));
    }
}
