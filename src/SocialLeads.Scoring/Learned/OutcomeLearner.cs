using System.Collections.Immutable;
using System.Globalization;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Learned;

/// <summary>
/// Learns a model from outcomes. It is judged on the newest fifth by time, after learning from the older outcomes alone; what is handed out is
/// then learned from all, in the same way, since the newest outcomes are the most like those to come. The same examples give the same
/// document and report, in any order.
/// </summary>
public sealed class OutcomeLearner(ScoringModel model, LearnerOptions? options = null)
{
    /// <summary>The fewest outcomes of either kind that anything is learned from.</summary>
    public const int LeastOfEach = 40;

    /// <summary>The fewest outcomes of either kind held out below which their figures come with a warning.</summary>
    public const int LeastHeldOut = 10;

    private readonly LearnerOptions _options = options ?? new();

    /// <summary>Learns.</summary>
    /// <param name="examples">One for each member, all as the base model saw them.</param>
    /// <param name="id">The id of the new model, well-formed.</param>
    /// <param name="title">Its title, 1 to 200 bytes.</param>
    /// <param name="stage">Told of each stage that begins.</param>
    /// <param name="cancellationToken">Ends it early, with an exception.</param>
    public OutcomeLearning Learn(
        IReadOnlyList<LearningExample> examples, string id, string title, Action<LearningStage>? stage = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        LearningExample[] ordered = [.. examples.OrderBy(one => one.Verdict.Day).ThenBy(one => one.Member, StringComparer.Ordinal)];
        var (positives, negatives) = Count(ordered);
        if (Math.Min(positives, negatives) < LeastOfEach)
            return Refused($"There are {positives:N0} positive and {negatives:N0} negative outcomes to learn from; at least {LeastOfEach} of each are needed.");
        var warnings = ImmutableArray.CreateBuilder<LearningWarning>();
        var heldOut = Judge(ordered, warnings, stage, cancellationToken);
        stage?.Invoke(LearningStage.LearningFromAll);
        var learned = LearnedPoints.Learn(model, ordered, _options, cancellationToken);
        if (learned.Shapes.All(shape => shape is null))
            return Refused($"Nothing that {model.Id} measures tells the {positives:N0} positive outcomes from the {negatives:N0} negative ones.");
        var document = new LearnedDocument(model, learned, ordered).Write(id, title);
        return new(positives, negatives, document, null, heldOut, warnings.ToImmutable());

        OutcomeLearning Refused(FormattableString why) =>
            new(positives, negatives, null, why.ToString(CultureInfo.InvariantCulture), null, []);
    }

    private HeldOutReport? Judge(
        LearningExample[] ordered, ImmutableArray<LearningWarning>.Builder warnings, Action<LearningStage>? stage, CancellationToken cancellationToken)
    {
        if (TimeSplit.Of(ordered) is not { } split)
        {
            Warn(warnings, LearningWarningReason.NotJudged, $"All outcomes are of {DateOnly.FromDayNumber(ordered[0].Verdict.Day):yyyy-MM-dd}: there are no newer ones to judge the model on.");
            return null;
        }
        var (older, newest) = (Count(split.Older), Count(split.Newest));
        if (Math.Min(older.Positives, older.Negatives) < _options.Folds || Math.Min(newest.Positives, newest.Negatives) == 0)
        {
            Warn(warnings, LearningWarningReason.NotJudged, $"The newest fifth has {newest.Positives:N0} positive and {newest.Negatives:N0} negative outcomes, what is older {older.Positives:N0} and {older.Negatives:N0}: too few to judge the model.");
            return null;
        }
        if (Math.Min(newest.Positives, newest.Negatives) < LeastHeldOut)
            Warn(warnings, LearningWarningReason.FewHeldOut, $"The newest fifth has {newest.Positives:N0} positive and {newest.Negatives:N0} negative outcomes: the figures say little.");
        WarnOfNewSignals(split, warnings);
        stage?.Invoke(LearningStage.LearningFromOlder);
        var learned = LearnedPoints.Learn(model, split.Older, _options, cancellationToken);
        stage?.Invoke(LearningStage.Judging);
        var report = new Judging(model, learned, split, _options.Seed).Report(cancellationToken);
        var gained = report.AreaGained;
        if (gained.Interval.Low <= 0)
            Warn(warnings, LearningWarningReason.NotBetter, $"On the newest outcomes the area under the ROC curve is {report.Learned.AreaUnderCurve.Value:0.000}, that of {model.Id} {report.Base.AreaUnderCurve.Value:0.000}: a difference of {gained.Value:+0.000;-0.000;0.000}, which is not more than chance ({gained.Interval.Low:+0.000;-0.000;0.000} to {gained.Interval.High:+0.000;-0.000;0.000}).");
        return report;
    }

    private void WarnOfNewSignals(TimeSplit split, ImmutableArray<LearningWarning>.Builder warnings)
    {
        for (var i = 0; i < model.Signals.Length; i++)
        {
            var at = i;
            var members = split.Newest.Count(example => example.Totals[at] != 0);
            if (members == 0 || split.Older.Any(example => example.Totals[at] != 0)) continue;
            Warn(warnings, LearningWarningReason.SignalIsNew, $"{model.Signals[i].Id} was measured for {members:N0} members of the newest fifth and for nobody before: what it is worth was not judged.");
        }
    }

    private static void Warn(ImmutableArray<LearningWarning>.Builder warnings, LearningWarningReason reason, FormattableString text) =>
        warnings.Add(new(reason, text.ToString(CultureInfo.InvariantCulture)));

    private static (int Positives, int Negatives) Count(IReadOnlyList<LearningExample> examples)
    {
        var positives = examples.Count(example => example.Verdict.IsPositive);
        return (positives, examples.Count - positives);
    }
}
