using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Series;

namespace SocialLeads.Scoring.Tests.Series;

public class ScoreSeriesTests
{
    private static readonly ScoringModel _model = Build.Parse("""
        model: test
        version: 1
        title: Test
        curve: { half: 10 }
        signals:
          - { signal: posts, title: T, why: W, kinds: [post, page_view, visit], measure: count, half_life_days: 10, weight: 1, cap: 100 }
        stages:
          - { stage: low, from: 1 }
          - { stage: high, from: 2 }
        """);

    [Fact]
    public void Each_day_has_its_points_score_and_stage()
    {
        Activity[] activities = [Build.Activity("post", 3), .. Enumerable.Repeat(Build.Activity("post", 2), 2)];
        var series = Of(activities, 4, 0);
        // 2^(-1/10) = 0.933; the day after it is 2.799, and 2.612 two days after: still above 1.8.
        Assert.Equal(
            ["-4 - ", "-3 1 low", "-2 2.933 high", "-1 2.737 high", "0 2.553 high"],
            series.Days.Select(day => $"{day.Day - Build.Today} {day.Points?.ToString() ?? "-"} {day.Stage}"));
        Assert.Null(series.Days[0].Score);
        Assert.Equal(_model.Curve.Score(series.Days[4].Points!.Value), series.Days[4].Score);
        Assert.Equal(Trend.TooLittleToSay, series.Trend);
    }

    [Fact]
    public void A_late_activity_restates_the_days_since()
    {
        Activity[] activities = [Build.Activity("post", 3)];
        Assert.Equal("0.812", Of(activities, 0, 0).Days[0].Points.ToString());
        Assert.Equal("1.625", Of([.. activities, Build.Activity("post", 3)], 0, 0).Days[0].Points.ToString());
    }

    [Fact]
    public void A_rerun_gives_the_same_stage_on_the_same_day_whatever_is_asked_for() =>
        Laws.Holds(Prop.ForAll(
            Generators.Activities(maxDaysAgo: 300), Gen.Choose(0, 90).ToArbitrary(), Gen.Choose(0, 90).ToArbitrary(), (activities, more, fewer) =>
            {
                var known = Of(activities, 60, 0).Days.ToDictionary(day => day.Day);
                var other = Of(activities, 60 + more, Math.Min(fewer, 60)).Days;
                return other.All(day => !known.TryGetValue(day.Day, out var same) || same == day);
            }), cases: 25);

    [Fact]
    public void Each_day_is_what_the_scorer_says_of_it() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(maxDaysAgo: 300), activities => Of(activities, 30, 0).Days.All(day =>
            Build.Explain(_model, activities, Build.Today - day.Day)?.Points == day.Points)), cases: 25);

    [Theory]
    [InlineData(Trend.Improving, new double[] { 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(Trend.Declining, new double[] { 9, 8, 7, 6, 5, 4 })]
    [InlineData(Trend.Steady, new double[] { 5, 5, 5, 5, 5, 5, 5 })]
    [InlineData(Trend.Steady, new double[] { 1, 9, 2, 8, 3, 7, 4 })]
    [InlineData(Trend.TooLittleToSay, new double[] { 1, 2, 3, 4 })]
    // S = 10 - 0, Var = 5*4*15/18: z = 9 / 4.08 = 2.2.
    [InlineData(Trend.Improving, new double[] { 1, 2, 3, 4, 5 })]
    // One pair of ten the other way: S = 8, z = 7 / 4.08 = 1.71; two: S = 6, z = 1.22.
    [InlineData(Trend.Improving, new double[] { 2, 1, 3, 4, 5 })]
    [InlineData(Trend.Steady, new double[] { 2, 1, 3, 5, 4 })]
    // Sure, but half a point over the weeks at a half of 10 is just enough, and less is no news.
    [InlineData(Trend.Improving, new double[] { 1, 1.125, 1.25, 1.375, 1.5 })]
    [InlineData(Trend.Steady, new double[] { 1, 1.124, 1.248, 1.372, 1.496 })]
    // A leap after weeks of the same, S = 22 - 1: the median slope of all pairs is 0.
    [InlineData(Trend.Improving, new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 95, 94 })]
    [InlineData(Trend.Declining, new double[] { 95, 94, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    // Down by the pairs, but back where it began.
    [InlineData(Trend.Steady, new double[] { 20, 19, 18, 17, 16, 15, 14, 13, 12, 21 })]
    public void The_trend_follows_its_rule(Trend trend, double[] weekly) =>
        Assert.Equal(trend, TrendTest.Of([.. weekly.Select(p => Points.FromThousandths((long)(p * 1000)))], _model.Curve.Scale));

    [Fact]
    public void Rising_use_improves_and_silence_declines()
    {
        var rising = Enumerable.Range(0, 90).SelectMany(daysAgo => Enumerable.Repeat(Build.Activity("post", daysAgo), (90 - daysAgo) / 20));
        Assert.Equal(Trend.Improving, Of([.. rising], 0, 0).Trend);
        Assert.Equal(Trend.Declining, Of([.. Enumerable.Repeat(Build.Activity("post", 70), 50)], 0, 0).Trend);
    }

    private static ScoreSeries Of(Activity[] activities, int fromDaysAgo, int toDaysAgo)
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols).Fold([], activities);
        return ScoreSeries.Of(new Scorer(_model, symbols), features, Build.Today - fromDaysAgo, Build.Today - toDaysAgo);
    }
}
