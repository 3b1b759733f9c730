using FsCheck.Fluent;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

public sealed class BinningTests
{
    private static readonly LearnerOptions _options = new();

    [Fact]
    public void A_few_values_have_a_bin_each_with_round_cuts_between()
    {
        var bins = (NumberBins)Binning.Of(new NumberColumn("x", [3, 1, 2, 2, 10, double.NaN]), _options);
        Assert.Equal([2, 3, 6], bins.Cuts);
        Assert.Equal([0, 1, 2, 2, 3, 4], ((double[])[double.NaN, 1, 2, 2.9, 3, 10]).Select(bins.BinOf));
        Assert.Equal(["missing", "below 2", "from 2 to below 3", "from 3 to below 6", "from 6"], Enumerable.Range(0, 5).Select(bins.Describe));
    }

    [Fact]
    public void Many_values_have_bins_of_about_equal_count_and_a_frequent_one_its_own()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 5000), .. Enumerable.Range(1, 5000).Select(i => i / 7.0)];
        var bins = (NumberBins)Binning.Of(new NumberColumn("x", values), _options);
        var counts = values.CountBy(bins.BinOf).ToDictionary();
        Assert.Equal(_options.MaxBins + 1, bins.Count);
        Assert.Equal(5000, counts[1]);
        Assert.All(counts.Where(bin => bin.Key > 1), bin => Assert.InRange(bin.Value, 155, 170));
    }

    [Fact]
    public void Every_value_is_in_the_bin_whose_range_it_is_in() =>
        Laws.Holds(Prop.ForAll(
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).NonEmptyListOf().ToArbitrary(),
            values =>
            {
                var bins = (NumberBins)Binning.Of(new NumberColumn("x", [.. values]), _options);
                return bins.Count <= _options.MaxBins + 1 && values.All(value =>
                {
                    var bin = bins.BinOf(value);
                    return (bin == 1 || bins.Cuts[bin - 2] <= value) && (bin == bins.Count - 1 || value < bins.Cuts[bin - 1]);
                });
            }));

    [Fact]
    public void Rare_levels_share_a_bin()
    {
        string?[] levels = [.. Enumerable.Repeat("a", 9), .. Enumerable.Repeat("b", 4), .. Enumerable.Repeat("c", 5), null];
        var bins = (CategoryBins)Binning.Of(new CategoryColumn("x", levels), _options);
        Assert.Equal(["a", "c"], bins.Levels);
        Assert.Equal((bins.Other, bins.Other, ColumnBins.Missing), (bins.BinOf("b"), bins.BinOf("never seen"), bins.BinOf(null)));
    }

    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(2, 3, 3)]
    [InlineData(12, 13, 13)]
    [InlineData(0.1, 0.9, 0.5)]
    [InlineData(99, 202, 200)]
    [InlineData(-3, 3, 0)]
    [InlineData(0.12345, 0.12349, 0.12347)]
    public void A_cut_is_a_round_number(double below, double upTo, double cut) => Assert.Equal(cut, RoundNumber.Between(below, upTo));

    [Fact]
    public void A_cut_lies_above_the_one_value_and_not_above_the_next() =>
        Laws.Holds(Prop.ForAll(
            ArbMap.Default.ArbFor<double>(), ArbMap.Default.ArbFor<double>(),
            (a, b) => !double.IsFinite(a) || !double.IsFinite(b) || a == b
                || RoundNumber.Between(Math.Min(a, b), Math.Max(a, b)) is var cut && cut > Math.Min(a, b) && cut <= Math.Max(a, b)), cases: 2000);
}
