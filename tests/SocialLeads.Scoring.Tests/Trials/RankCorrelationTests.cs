using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Scoring.Trials;

namespace SocialLeads.Scoring.Tests.Trials;

public class RankCorrelationTests
{
    [Fact]
    public void Without_ties_both_agree_with_figures_counted_by_hand()
    {
        // One pair of ten the other way round; ranks differ by 1 twice: 1 - 6 * 2 / (5 * 24).
        long[] x = [1, 2, 3, 4, 5], y = [1, 2, 4, 3, 5];
        Assert.Equal(0.8, RankCorrelation.KendallTauB(x, y)!.Value, 15);
        Assert.Equal(0.9, RankCorrelation.Spearman(x, y)!.Value, 15);
    }

    [Fact]
    public void With_ties_both_agree_with_figures_counted_by_hand()
    {
        // Pairs: 6; tied in x 1, in y 1, in both 0; the same way round 1, the other way round 3: (1 - 3) / sqrt(5 * 5).
        long[] x = [1, 1, 2, 3], y = [1, 2, 2, 0];
        Assert.Equal((1 - 3) / 5.0, RankCorrelation.KendallTauB(x, y)!.Value, 15);
        Assert.Equal(Pearson([1.5, 1.5, 3, 4], [2, 3.5, 3.5, 1]), RankCorrelation.Spearman(x, y)!.Value, 15);
    }

    [Fact]
    public void Whoever_orders_nobody_has_no_correlation()
    {
        Assert.Null(RankCorrelation.KendallTauB([7, 7, 7], [1, 2, 3]));
        Assert.Null(RankCorrelation.Spearman([1, 2, 3], [7, 7, 7]));
        Assert.Null(RankCorrelation.KendallTauB([1], [1]));
        Assert.Null(RankCorrelation.Spearman([], []));
    }

    [Fact]
    public void Kendalls_tau_is_what_counting_all_pairs_gives() => Check.QuickThrowOnFailure(Prop.ForAll(Members(), pairs =>
    {
        var (x, y) = (Array.ConvertAll(pairs, pair => pair.X), Array.ConvertAll(pairs, pair => pair.Y));
        long less = 0, notTiedX = 0, notTiedY = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                less += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                if (x[i] != x[j]) notTiedX++;
                if (y[i] != y[j]) notTiedY++;
            }
        }

        var expected = notTiedX == 0 || notTiedY == 0 ? (double?)null : less / Math.Sqrt((double)notTiedX * notTiedY);
        return Same(expected, RankCorrelation.KendallTauB(x, y));
    }));

    [Fact]
    public void Spearmans_rho_is_the_correlation_of_mean_ranks() => Check.QuickThrowOnFailure(Prop.ForAll(Members(), pairs =>
    {
        var (x, y) = (Array.ConvertAll(pairs, pair => pair.X), Array.ConvertAll(pairs, pair => pair.Y));
        var expected = x.Distinct().Count() < 2 || y.Distinct().Count() < 2 ? (double?)null : Pearson(MeanRanks(x), MeanRanks(y));
        return Same(expected, RankCorrelation.Spearman(x, y));
    }));

    [Fact]
    public void The_reverse_order_has_the_opposite_correlation() => Check.QuickThrowOnFailure(Prop.ForAll(Members(), pairs =>
    {
        var (x, y) = (Array.ConvertAll(pairs, pair => pair.X), Array.ConvertAll(pairs, pair => pair.Y));
        var reversed = Array.ConvertAll(y, value => -value);
        return Same(-RankCorrelation.KendallTauB(x, y), RankCorrelation.KendallTauB(x, reversed))
            && Same(-RankCorrelation.Spearman(x, y), RankCorrelation.Spearman(x, reversed));
    }));

    private static Arbitrary<(long X, long Y)[]> Members() =>
        Gen.Choose(-4, 4).Select(static value => (long)value).Two().Select(static pair => (X: pair.Item1, Y: pair.Item2)).ArrayOf().ToArbitrary();

    private static bool Same(double? expected, double? actual) =>
        expected is null ? actual is null : actual is { } value && Math.Abs(expected.Value - value) < 1e-12;

    private static double[] MeanRanks(long[] values) =>
        Array.ConvertAll(values, value => values.Count(other => other < value) + (1 + values.Count(other => other == value)) / 2.0);

    private static double Pearson(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var xy = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }
}
