using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Tests.Accuracy;

/// <summary>What holds for any scores and outcomes.</summary>
public sealed class AccuracyLawTests
{
    /// <summary>Few distinct scores, so that equal ones are common; both outcomes are there.</summary>
    private static Arbitrary<(double Score, bool Positive)[]> Rows() =>
        Gen.Choose(0, 12).Select(step => step / 12.0)
            .SelectMany(score => Gen.Elements(true, false).Select(positive => (score, positive)))
            .ArrayOf(60)
            .Where(rows => rows.Any(row => row.positive) && rows.Any(row => !row.positive))
            .ToArbitrary();

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_order() => ForAll((rows, outcomes) =>
    {
        var pairs = from positive in rows
                    where positive.Positive
                    from other in rows
                    where !other.Positive
                    select positive.Score > other.Score ? 1.0 : positive.Score == other.Score ? 0.5 : 0;
        return Near(pairs.Average(), Ranking.AreaUnderCurve(outcomes));
    });

    [Fact]
    public void Scores_turned_round_turn_the_area_round() => ForAll((rows, outcomes) =>
        Near(1, Ranking.AreaUnderCurve(outcomes) + Ranking.AreaUnderCurve(Of([.. rows.Select(row => (1 - row.Score, row.Positive))]))));

    [Fact]
    public void The_order_of_rows_says_nothing() => ForAll((rows, outcomes) =>
    {
        var turned = Of([.. rows.Reverse()]);
        return Ranking.AreaUnderCurve(outcomes) == Ranking.AreaUnderCurve(turned)
            && Ranking.AveragePrecision(outcomes) == Ranking.AveragePrecision(turned)
            && Ranking.PrecisionAt(outcomes, 0.05m) == Ranking.PrecisionAt(turned, 0.05m)
            && Probabilities.BrierScore(outcomes) == Probabilities.BrierScore(turned)
            && Probabilities.CalibrationError(outcomes) == Probabilities.CalibrationError(turned);
    });

    [Fact]
    public void At_the_whole_precision_is_the_rate_and_recall_and_lift_are_1() => ForAll((rows, outcomes) =>
        Near((double)outcomes.Positives / outcomes.Count, Ranking.PrecisionAt(outcomes, 1))
        && Near(1, Ranking.RecallAt(outcomes, 1)) && Near(1, Ranking.LiftAt(outcomes, 1)));

    [Fact]
    public void The_reliability_curve_has_every_row_once() => ForAll((rows, outcomes) =>
    {
        var curve = Probabilities.Reliability(outcomes, 10);
        return curve.Sum(bin => bin.Rows) == outcomes.Count
            && Near(outcomes.Positives, curve.Sum(bin => bin.Rows * bin.PositiveFraction))
            && Near(rows.Sum(row => row.Score), curve.Sum(bin => bin.Rows * bin.MeanProbability));
    });

    private static void ForAll(Func<(double Score, bool Positive)[], ScoredOutcomes, bool> law) =>
        Laws.Holds(Prop.ForAll(Rows(), rows => law(rows, Of(rows))));

    private static ScoredOutcomes Of((double Score, bool Positive)[] rows) =>
        new([.. rows.Select(row => row.Score)], [.. rows.Select(row => row.Positive)]);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;
}
