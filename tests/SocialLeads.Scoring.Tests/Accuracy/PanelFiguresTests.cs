using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Tests.Accuracy;

public sealed class PanelFiguresTests
{
    private const ulong Seed = 5;
    private const int Draws = 400;
    private static readonly PanelFigure _area = new(0, Ranking.AreaUnderCurve);
    private static readonly PanelFigure _otherArea = new(1, Ranking.AreaUnderCurve);

    [Fact]
    public void A_figure_is_the_mean_over_the_days()
    {
        var ranksWell = Day([0, 1, 2, 3], [true, false, true, false], [4, 1, 3, 2]);
        var saysNothing = Day([2, 3, 5], [true, false, false], [1, 1, 1]);
        Assert.Equal(0.75, Measure([ranksWell, saysNothing], _area).Of(0).Value);
    }

    /// <summary>The draws are the same ones, too: strata in the same order, rows in the order of their members.</summary>
    [Fact]
    public void On_one_day_it_is_the_stratified_bootstrap_of_the_rows()
    {
        var (scores, positive) = Sample(120, 1);
        var panel = Measure([Day([.. Enumerable.Range(0, 120)], positive, scores)], _area);
        Assert.Equal(Bootstrap.Intervals(scores, positive, [Ranking.AreaUnderCurve], Seed, Draws)[0], panel.Of(0).Interval);
    }

    /// <summary>Four days on which nothing changes are one day: drawing rows instead of members would halve the interval.</summary>
    [Fact]
    public void Days_of_the_same_members_promise_no_more_than_is_known()
    {
        var (scores, positive) = Sample(120, 2);
        var day = Day([.. Enumerable.Range(0, 120)], positive, scores);
        Assert.Equal(Measure([day], _area).Of(0), Measure([day, day, day, day], _area).Of(0));
    }

    [Fact]
    public void Rankings_that_share_their_chance_differ_by_less_than_two_samples()
    {
        var (scores, positive) = Sample(300, 3);
        var random = new Random(4);
        var nearly = scores.Select(score => score + 0.1 * random.NextDouble()).ToArray();
        var figures = Measure([new PanelDay([.. Enumerable.Range(0, 300)], positive, [scores, nearly])], _area, _otherArea);
        var (own, difference) = (figures.Of(0).Interval, figures.Difference(0, 1));
        Assert.Equal(figures.Of(0).Value - figures.Of(1).Value, difference.Value);
        Assert.InRange(difference.Value, difference.Interval.Low, difference.Interval.High);
        Assert.True(difference.Interval.High - difference.Interval.Low < 0.5 * (own.High - own.Low));
        Assert.Equal(new Estimate(0, new Interval(0, 0)), figures.Difference(1, 1));
    }

    /// <summary>Member 1 alone is positive on the first day, and not in every draw: that day then has nothing to tell apart.</summary>
    [Fact]
    public void A_draw_in_which_a_day_has_one_kind_only_leaves_that_day_out()
    {
        var first = Day([1, 2, 3], [true, false, false], [3, 2, 1]);
        var second = Day([1, 2, 3, 4], [true, false, false, true], [4, 3, 2, 1]);
        var figure = Measure([first, second], _area).Of(0);
        Assert.Equal(0.75, figure.Value);
        Assert.Equal(new Interval(0, 1), figure.Interval);
    }

    [Fact]
    public void What_is_no_panel_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Panel([]));
        Assert.Throws<ArgumentException>(() => Day([1, 1], [true, false], [1, 2]));
        Assert.Throws<ArgumentException>(() => Day([-1, 1], [true, false], [1, 2]));
        Assert.Throws<ArgumentException>(() => Day([1, 2], [true], [1, 2]));
        Assert.Throws<ArgumentException>(() => Day([1, 2], [true, true], [1, 2]));
        Assert.Throws<ArgumentException>(() => Day([1, 2], [true, false], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new Panel(
            [Day([1, 2], [true, false], [1, 2]), new PanelDay([1, 2], [true, false], [[1, 2], [1, 2]])]));
        Assert.Throws<ArgumentException>(() => Measure([Day([1, 2], [true, false], [1, 2])], _otherArea));
    }

    [Fact]
    public void Reliability_puts_rows_of_all_days_together()
    {
        var panel = new Panel([Day([0, 1, 2], [true, false, false], [0.8, 0.8, 0.1]), Day([0, 1, 3], [true, true, false], [0.8, 0.8, 0.1])]);
        var curve = PanelReliability.Curve(panel, [[0.8, 0.8, 0.1], [0.8, 0.8, 0.1]], bins: 3, seed: 1, draws: 200);
        Assert.Equal([(0.1, 0.0, 2), (0.8, 0.75, 4)], curve.Select(point => (point.MeanProbability, point.PositiveFraction.Value, point.Rows)));
        Assert.Equal(new Interval(0, 0), curve[0].PositiveFraction.Interval);
        // Drawn are members 0 and 1, both positive on some day: twice 0 has only positive rows, twice 1 has half.
        Assert.Equal(new Interval(0.5, 1), curve[1].PositiveFraction.Interval);
    }

    private static PanelFigures Measure(PanelDay[] days, params PanelFigure[] figures) =>
        PanelFigures.Measure(
            new Panel(days), figures, Seed, Draws, cancellationToken: TestContext.Current.CancellationToken);

    private static PanelDay Day(int[] members, bool[] positive, double[] scores) => new(members, positive, [scores]);

    private static (double[] Scores, bool[] Positive) Sample(int rows, int seed)
    {
        var random = new Random(seed);
        var scores = Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray();
        return (scores, [.. scores.Select(score => random.NextDouble() < 0.1 + 0.5 * score)]);
    }
}
