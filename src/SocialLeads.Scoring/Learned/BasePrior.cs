using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Learned;

/// <summary>
/// The base model as what is believed before there is an outcome: its points times one number, which is learned, are log-odds. So a few
/// outcomes teach how much a point is worth, and many what the signals are worth.
/// </summary>
internal static class BasePrior
{
    public static LearningPrior Of(ScoringModel model, IReadOnlyList<LearningExample> examples)
    {
        var scale = (double)model.Curve.Scale.Thousandths;
        bool[] positive = [.. examples.Select(example => example.Verdict.IsPositive)];
        var fitted = LogisticRegression.Fit([.. examples.Select(example => (double[])[PointsOf(model, example) / scale])], positive);
        // A model that ranks backwards is no place to begin.
        if (fitted.Coefficients[0] <= 0)
            return new(Logistic.Logit((double)positive.Count(outcome => outcome) / positive.Length), new Dictionary<string, Func<double, double>>());
        var slope = fitted.Coefficients[0] / scale;
        var shapes = new Dictionary<string, Func<double, double>>(StringComparer.Ordinal);
        for (var i = 0; i < model.Signals.Length; i++)
        {
            var at = i;
            shapes.Add(model.Signals[i].Id, total => slope * PointsOf(model, at, (long)total));
        }
        return new(fitted.Intercept, shapes);
    }

    private static double PointsOf(ScoringModel model, LearningExample example) =>
        Enumerable.Range(0, model.Signals.Length).Sum(i => PointsOf(model, i, example.Totals[i]));

    private static double PointsOf(ScoringModel model, int signal, long total) =>
        model.Combine.Weigh(model.Signals[signal].Dimension, model.Plans[signal].PointsOfTotal(total));
}
