using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Learned;

/// <summary>Holds what was learned from the older outcomes, and the base model, against the newest.</summary>
internal sealed class Judging
{
    private const decimal TopShare = 0.05m;
    private const int Bins = 5;

    /// <summary>The base model by its own scores, for what their order decides, and as probabilities, for what those say.</summary>
    private enum Column
    {
        Learned,
        Base,
        BaseProbability,
    }

    private static readonly (Column Column, Func<ScoredOutcomes, double> Of)[] _figures =
    [
        .. FiguresOf(Column.Learned, Column.Learned),
        .. FiguresOf(Column.Base, Column.BaseProbability),
    ];

    private readonly Panel _panel;
    private readonly double[] _learned;
    private readonly double[] _base;
    private readonly TimeSplit _split;
    private readonly ulong _seed;

    public Judging(ScoringModel model, LearnedPoints learned, TimeSplit split, ulong seed)
    {
        (_split, _seed) = (split, seed);
        var curve = new LogisticCurve();
        _learned = [.. split.Newest.Select(example => curve.Score(learned.Of(example.Totals)) / 100)];
        var scores = split.Newest.Select(example => example.Points.ToDouble()).ToArray();
        var calibration = Calibration.Fit([.. split.Older.Select(LogitOf)], [.. split.Older.Select(example => example.Verdict.IsPositive)]);
        _base = [.. split.Newest.Select(example => Logistic.Probability(calibration.Slope * LogitOf(example) + calibration.Intercept))];
        _panel = new(
        [
            new PanelDay(
                [.. Enumerable.Range(0, split.Newest.Count)], [.. split.Newest.Select(example => example.Verdict.IsPositive)], [_learned, scores, _base]),
        ]);

        double LogitOf(LearningExample example) => Logistic.Logit(model.Curve.Score(example.Points) / 100);
    }

    public HeldOutReport Report(CancellationToken cancellationToken)
    {
        var figures = PanelFigures.Measure(
            _panel, [.. _figures.Select(figure => new PanelFigure((int)figure.Column, figure.Of))], _seed, cancellationToken: cancellationToken);
        var half = _figures.Length / 2;
        var positives = _split.Newest.Count(example => example.Verdict.IsPositive);
        return new(
            _split.Newest[0].Verdict.Day,
            positives,
            _split.Newest.Count - positives,
            ModelOf(figures, 0, _learned),
            ModelOf(figures, half, _base),
            figures.Difference(0, half),
            figures.Difference(1, half + 1),
            figures.Difference(2, half + 2),
            figures.Difference(3, half + 3));
    }

    private HeldOutModel ModelOf(PanelFigures figures, int first, double[] probabilities) => new(
        figures.Of(first), figures.Of(first + 1), figures.Of(first + 2), figures.Of(first + 3),
        [.. PanelReliability.Curve(_panel, [probabilities], Bins, _seed)]);

    private static (Column Column, Func<ScoredOutcomes, double> Of)[] FiguresOf(Column ranking, Column probability) =>
    [
        (ranking, Ranking.AreaUnderCurve),
        (ranking, Ranking.AveragePrecision),
        (probability, Probabilities.BrierScore),
        (ranking, outcomes => Ranking.LiftAt(outcomes, TopShare)),
    ];
}
