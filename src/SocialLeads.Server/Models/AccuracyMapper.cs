using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Models;

/// <summary>Writes accuracy onto the wire. Gaps have the same numbers on both sides.</summary>
internal static class AccuracyMapper
{
    public static V1.TrialAccuracy ToWire(TrialAccuracy accuracy)
    {
        var wire = new V1.TrialAccuracy { WithinDays = accuracy.Within, FoundMembers = accuracy.FoundMembers };
        wire.Days.AddRange(accuracy.Days.Select(ToWire));
        if (accuracy.Measured is not { } measured) return wire;
        wire.Draws = measured.Draws;
        wire.Draft = ToWire(measured.Draft);
        wire.Against = ToWire(measured.Against);
        wire.Differences.AddRange(ToWire(measured.Difference));
        return wire;
    }

    private static V1.AccuracyDay ToWire(AccuracyDay day) => new()
    {
        AsOf = BoardRequest.FormatDay(day.AsOfDay),
        Members = day.Members,
        Positives = day.Positives,
        LeftOut = day.LeftOut,
        NotSeen = day.NotSeen,
        Gap = (V1.AccuracyGap)day.Gap,
    };

    private static V1.RankingAccuracy ToWire(RankingAccuracy accuracy)
    {
        var wire = new V1.RankingAccuracy();
        wire.Figures.AddRange(ToWire(accuracy.Figures));
        wire.Reliability.AddRange(accuracy.Reliability.Select(ToWire));
        wire.ReliabilityOfScore.AddRange(accuracy.ReliabilityOfScore.Select(ToWire));
        wire.Gains.AddRange(accuracy.Gains.Select(gain => gain.Recall));
        return wire;
    }

    /// <summary>In the order in which figures are shown.</summary>
    private static IEnumerable<V1.AccuracyFigure> ToWire(IReadOnlyDictionary<string, Estimate> figures) => EvaluationFigure.All
        .Where(figure => figures.ContainsKey(figure.Id))
        .Select(figure => new V1.AccuracyFigure { Figure = figure.Id, Estimate = ToWire(figures[figure.Id]) });

    public static V1.ReliabilityPoint ToWire(ReliabilityPoint point) => new()
    {
        MeanProbability = point.MeanProbability,
        PositiveFraction = ToWire(point.PositiveFraction),
        Rows = point.Rows,
    };

    public static V1.Estimate ToWire(Estimate estimate) =>
        new() { Value = estimate.Value, Low = estimate.Interval.Low, High = estimate.Interval.High };
}
