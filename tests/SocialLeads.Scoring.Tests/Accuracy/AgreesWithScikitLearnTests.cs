using System.Globalization;
using System.Text.Json;
using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Tests.Accuracy;

/// <summary>The figures are scikit-learn's on the same vectors; <c>expected_figures.py</c> made what is expected.</summary>
public sealed class AgreesWithScikitLearnTests
{
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, JsonElement> _cases = Load();

    public static TheoryData<string> Names => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ranking_figures(string name)
    {
        var (outcomes, expected) = Case(name);
        Assert.Equal(expected.GetProperty("auc").GetDouble(), Ranking.AreaUnderCurve(outcomes), Tolerance);
        Assert.Equal(expected.GetProperty("averagePrecision").GetDouble(), Ranking.AveragePrecision(outcomes), Tolerance);
        foreach (var top in expected.GetProperty("top").EnumerateArray())
        {
            var share = decimal.Parse(top.GetProperty("share").GetString()!, CultureInfo.InvariantCulture);
            Assert.Equal(top.GetProperty("precision").GetDouble(), Ranking.PrecisionAt(outcomes, share), Tolerance);
            Assert.Equal(top.GetProperty("recall").GetDouble(), Ranking.RecallAt(outcomes, share), Tolerance);
            Assert.Equal(top.GetProperty("lift").GetDouble(), Ranking.LiftAt(outcomes, share), Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Probability_figures(string name)
    {
        var (outcomes, expected) = Case(name);
        Assert.Equal(expected.GetProperty("brier").GetDouble(), Probabilities.BrierScore(outcomes), Tolerance);
        Assert.Equal(expected.GetProperty("logLoss").GetDouble(), Probabilities.LogLoss(outcomes), Tolerance);
        Assert.Equal(expected.GetProperty("ece").GetDouble(), Probabilities.CalibrationError(outcomes), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reliability_curve(string name)
    {
        var (outcomes, expected) = Case(name);
        var points = expected.GetProperty("reliability").EnumerateArray().ToArray();
        var curve = Probabilities.Reliability(outcomes, bins: 10);
        Assert.Equal(points.Length, curve.Count);
        foreach (var (point, bin) in points.Zip(curve))
        {
            Assert.Equal(point[0].GetDouble(), bin.MeanProbability, Tolerance);
            Assert.Equal(point[1].GetDouble(), bin.PositiveFraction, Tolerance);
            Assert.Equal(point[2].GetInt32(), bin.Rows);
        }
    }

    private static (ScoredOutcomes Outcomes, JsonElement Expected) Case(string name)
    {
        var expected = _cases[name];
        var outcomes = new ScoredOutcomes(
            [.. expected.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble())],
            [.. expected.GetProperty("positive").EnumerateArray().Select(outcome => outcome.GetBoolean())]);
        return (outcomes, expected);
    }

    private static Dictionary<string, JsonElement> Load()
    {
        using var stream = typeof(AgreesWithScikitLearnTests).Assembly.GetManifestResourceStream("expected_figures.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("cases").EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetString()!, one => one.Clone());
    }
}
