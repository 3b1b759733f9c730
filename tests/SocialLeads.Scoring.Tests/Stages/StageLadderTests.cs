using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Stages;

public class StageLadderTests
{
    private static readonly ScoringModel _model = Build.Parse("""
        model: test
        version: 1
        title: Test
        curve: { half: 10 }
        signals: [{ signal: s, title: T, why: W, kinds: [post], measure: count, window_days: 30, weight: 1, cap: 100 }]
        stages:
          - { stage: awareness, from: 1 }
          - { stage: consideration, from: 10 }
          - { stage: preference, from: 20 }
        """);

    [Theory]
    [InlineData("awareness", new double[] { 0.999, 1 })]
    [InlineData("consideration", new double[] { 1, 10 })]
    [InlineData("preference", new double[] { 1, 2, 20 })]
    [InlineData("preference", new double[] { 0, 400 })]
    [InlineData("preference", new double[] { 20, 19.999, 18 })]
    [InlineData("consideration", new double[] { 20, 17.999 })]
    [InlineData("consideration", new double[] { 20, 17.999, 19.999 })]
    [InlineData("preference", new double[] { 20, 17.999, 20 })]
    [InlineData("consideration", new double[] { 20, 9 })]
    [InlineData("awareness", new double[] { 20, 8.999 })]
    [InlineData("", new double[] { 20, 0.899 })]
    [InlineData("", new double[] { 20, -5 })]
    public void Up_at_once_and_down_below_nine_tenths(string stage, double[] points) =>
        Assert.Equal(stage, _model.Ladder.IdAt(_model.Ladder.Replay([.. points.Select(p => (Points?)Points.FromThousandths((long)Math.Round(p * 1000)))])));

    [Fact]
    public void What_is_wrong_with_stages_is_told() =>
        Assert.Equal(
            [
                "stages[0].stage: is not a lower_snake_case name ([a-z][a-z0-9_]*)", "stages[1].from: is 5, not above the 5 of the stage before",
                "stages[2].stage: is given twice: b", "stages[2].until: is not known here; known are stage, from",
            ],
            ModelDocument.Parse("""
                model: m
                version: 1
                title: T
                curve: { half: 1 }
                signals: [{ signal: s, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 5 }]
                stages: [{ stage: A b, from: 5 }, { stage: b, from: 5 }, { stage: b, from: 6, until: 3 }]
                """).Violations.Select(v => $"{v.Field}: {v.Description}"));
}
