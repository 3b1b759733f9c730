using System.Globalization;
using SocialLeads.Cli.Output;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;
using SocialLeads.V1;
using WirePoint = SocialLeads.V1.ReliabilityPoint;

namespace SocialLeads.Cli.Evaluate;

/// <summary>The accuracy of a trial's two versions as an evaluation, so that it is shown like any other.</summary>
internal static class TrialEvaluation
{
    private const double GainStep = 0.005;

    /// <summary>The evaluation; null when nothing was measured.</summary>
    public static EvaluationReport? Of(TrialReport report)
    {
        if (report.Accuracy is not { Draft: { } draft, Against: { } against } accuracy) return null;
        var (first, second) = (TrialWords.DraftOf(report), TrialWords.AgainstOf(report));
        return new(
            $"who is qualified or won within the next {accuracy.WithinDays.ToString(CultureInfo.InvariantCulture)} days, by the recorded outcomes?",
            accuracy.WithinDays,
            [.. accuracy.Days.Where(day => day.Gap == AccuracyGap.Unspecified).Select(ToDay)],
            [new(first, true, ToAccuracy(draft)), new(second, true, ToAccuracy(against))],
            [new(first, second, ToFigures(accuracy.Differences))],
            accuracy.Draws,
            [.. TrialWords.GapsOf(accuracy)]);
    }

    private static EvaluatedDay ToDay(AccuracyDay day) => new(
        DateOnly.ParseExact(day.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        (int)day.Members, (int)day.Positives, (int)day.LeftOut, (int)day.NotSeen);

    private static Scoring.Evaluation.RankingAccuracy ToAccuracy(V1.RankingAccuracy accuracy) => new(
        ToFigures(accuracy.Figures),
        [.. accuracy.Reliability.Select(ToPoint)],
        [.. accuracy.ReliabilityOfScore.Select(ToPoint)],
        [.. accuracy.Gains.Select((recall, at) => new Gain((at + 1) * GainStep, recall))]);

    private static Dictionary<string, Scoring.Accuracy.Estimate> ToFigures(IEnumerable<AccuracyFigure> figures) =>
        figures.ToDictionary(figure => figure.Figure, figure => ToEstimate(figure.Estimate), StringComparer.Ordinal);

    private static Scoring.Accuracy.ReliabilityPoint ToPoint(WirePoint point) =>
        new(point.MeanProbability, ToEstimate(point.PositiveFraction), (int)point.Rows);

    private static Scoring.Accuracy.Estimate ToEstimate(V1.Estimate estimate) =>
        new(estimate.Value, new Interval(estimate.Low, estimate.High));
}
