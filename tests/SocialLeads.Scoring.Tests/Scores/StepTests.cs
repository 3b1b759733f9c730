using FsCheck.Fluent;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>Signals with steps, and models with an intercept.</summary>
public class StepTests
{
    private const string Posts = "signal: posts, title: T, why: W, kinds: [post], facet: group, measure: count";

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, " 1 -0.25")]
    [InlineData(2, " 2 1.5")]
    [InlineData(7, " 7 1.5")]
    [InlineData(8, " 8 0")]
    public void The_last_step_that_is_reached_gives_the_points(int posts, string line)
    {
        var model = Build.Model($"- {{ {Posts}, steps: [{{ from: 0.5, points: -0.25 }}, {{ from: 2, points: 1.5 }}, {{ from: 7.001, points: 0 }}] }}");
        var activities = Enumerable.Repeat(Build.Activity("post") with { Group = "a" }, posts).Append(Build.Activity("visit"));
        Assert.Equal(line.Length == 0 ? [] : [line], Build.Lines(Build.Explain(model, activities)));
    }

    [Fact]
    public void Steps_look_at_the_total_of_all_facets_by_their_weights()
    {
        var model = Build.Model($"- {{ {Posts}, facet_weights: {{ a: 0.4, b: -1 }}, steps: [{{ from: -1, points: 2 }}, {{ from: 0, points: 0 }}, {{ from: 0.2, points: 3 }}] }}");
        Assert.Equal([" 0.2 3"], Lines(model, "a", "a", "a", "b"));
        Assert.Equal([" -0.2 2"], Lines(model, "a", "a", "b"));
        Assert.Equal([" -1.2 0"], Lines(model, "a", "a", "b", "b"));
    }

    [Fact]
    public void The_intercept_is_a_contribution_of_everybody_who_was_there()
    {
        var model = Build.Parse($"model: m\nversion: 1\ntitle: T\ncurve: logistic\nintercept: -1.5\nsignals: [{{ {Posts}, steps: [{{ from: 1, points: 2 }}] }}]");
        var explanation = Build.Explain(model, [Build.Activity("post")])!;
        Assert.Equal(["posts  1 2", "intercept  1 -1.5"], explanation.Contributions.Select(c => $"{c.Signal} {Build.Line(c)}"));
        Assert.Equal(500, explanation.Points.Thousandths);
        Assert.Equal((0, 500), (explanation.FitPoints.Thousandths, explanation.EngagementPoints.Thousandths));
        Assert.Equal(100 / (1 + Math.Exp(-0.5)), explanation.Score, 1e-12);
        Assert.Null(Build.Explain(model, [Build.Activity("post")], daysAgo: 1));
    }

    /// <summary>The scorer compares whole sums, a learner thousandths rounded down; both must find the same step.</summary>
    [Fact]
    public void Totals_stand_on_the_same_steps_as_sums() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), Gen.Choose(-3000, 3000).ArrayOf(4).ToArbitrary(), (activities, cuts) =>
        {
            int[] from = [.. cuts.Where(cut => cut != 0).Append(1).Distinct().Order()];
            var steps = from.Select((cut, i) => $"{{ from: {cut / 1000m}, points: {(cut < 0 && (i + 1 == from.Length || from[i + 1] > 0) ? 0 : i + 1)} }}");
            var shape = string.Join(", ", steps);
            var model = Build.Model($"""
                - {Flow(Posts, "half_life_days: 3, facet_weights: { b: -1.7 }", shape)}
                - {Flow("signal: visits, title: T, why: W, kinds: [visit, page_view], measure: duration_seconds", "half_life_days: 1", shape)}
                - {Flow("signal: worth, title: T, why: W, kinds: [post, visit], measure: value", "half_life_days: 9", shape)}
                """);
            var symbols = new SymbolTable();
            var features = new FeatureFold(symbols).Fold([], activities);
            var scorer = new Scorer(model, symbols);
            var totals = new long[model.Signals.Length];
            if (!scorer.TryTotals(features, Build.Today, totals)) return false;
            scorer.TryPoints(features, Build.Today, out var points);
            return points.Thousandths == totals.Select((total, i) => model.Signals[i].Steps!.At(total)).Sum();
        }));

    [Theory]
    [InlineData("steps: [{ from: 1, points: 2 }], weight: 1", "signals[0].weight does not go with steps, which say the points themselves")]
    [InlineData("steps: [{ from: 1, points: 2 }], cap: 2", "signals[0].cap does not go with steps, which say the points themselves")]
    [InlineData("steps: [{ from: 2, points: 2 }, { from: 2, points: 3 }]", "signals[0].steps[1].from is not above that of the step before")]
    [InlineData("steps: [{ from: 0, points: 2 }]", "signals[0].steps give points where the measure is 0; put them into the model's intercept")]
    [InlineData("steps: [{ from: -1, points: 2 }, { from: 1, points: 1 }]", "signals[0].steps give points where the measure is 0; put them into the model's intercept")]
    [InlineData("steps: [{ from: 1, points: 0 }]", "signals[0].steps give no points; leave the signal out instead")]
    [InlineData("steps: []", "signals[0].steps is not a list of 1 to 32 steps")]
    [InlineData("steps: [{ from: 1, points: 0.0001 }]", "signals[0].steps[0].points is not a number from -1,000,000 to 1,000,000 with at most three digits after the point")]
    [InlineData("steps: [{ from: 1, point: 1 }]", "signals[0].steps[0].points is required; signals[0].steps[0].point is not known; did you mean points?")]
    [InlineData("steps: 3", "signals[0].steps is a single value, not a list")]
    public void Wrong_steps_are_told_with_their_path(string steps, string expected) => AssertRefused($"{{ {Posts}, {steps} }}", "", expected);

    [Fact]
    public void More_steps_than_32_are_refused() => AssertRefused(
        $"{{ {Posts}, steps: [{string.Join(", ", Enumerable.Range(1, 33).Select(i => $"{{ from: {i}, points: {i} }}"))}] }}", "",
        "signals[0].steps is not a list of 1 to 32 steps");

    [Theory]
    [InlineData("curve: logistic\nintercept: -499", "signals have caps that add up, with the intercept, to more than 500 points")]
    [InlineData("curve: logistic\nintercept: x", "intercept is not a number from -1,000,000 to 1,000,000 with at most three digits after the point")]
    [InlineData("curve: linear", "curve is none of { half: … }, logistic")]
    [InlineData("curve: { half: 5, logistic: 1 }", "curve.logistic is not known here; known are half")]
    public void Wrong_curves_and_intercepts_are_told_with_their_path(string head, string expected) =>
        AssertRefused($"{{ {Posts}, steps: [{{ from: 1, points: 2 }}] }}", head, expected);

    [Fact]
    public void A_signal_cannot_have_the_name_of_the_intercept() => AssertRefused(
        "{ signal: intercept, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 1 }", "intercept: 1",
        "signals[0].signal is the name under which the model's intercept is shown");

    private static void AssertRefused(string signal, string head, string expected)
    {
        var curve = head.Contains("curve", StringComparison.Ordinal) ? "" : "curve: { half: 50 }\n";
        var result = ModelDocument.Parse($"model: m\nversion: 1\ntitle: T\n{curve}{head}\nsignals: [{signal}]");
        Assert.Equal(expected, string.Join("; ", result.Violations.Select(violation => $"{violation.Field} {violation.Description}")));
    }

    private static string Flow(string signal, string more, string steps) => $"{{ {signal}, {more}, steps: [{steps}] }}";

    private static IEnumerable<string> Lines(ScoringModel model, params string[] groups) =>
        Build.Lines(Build.Explain(model, groups.Select(group => Build.Activity("post") with { Group = group })));
}
