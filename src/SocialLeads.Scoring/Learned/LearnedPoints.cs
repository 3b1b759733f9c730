using System.Collections.Immutable;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Learned;

/// <summary>
/// What was learned, in the points of a model: log-odds in thousandths. Against the model as it was learned, the log-odds of a member change
/// by at most half a thousandth for the intercept and for each signal, and by <see cref="LargestMergeChange"/>.
/// </summary>
public sealed class LearnedPoints
{
    private LearnedPoints(Points intercept, ImmutableArray<StepShape?> shapes, double largestMergeChange)
    {
        Intercept = intercept;
        Shapes = shapes;
        LargestMergeChange = largestMergeChange;
    }

    /// <summary>The points of who has none of anything.</summary>
    public Points Intercept { get; }

    /// <summary>The steps of each signal, in the order of the base model; null for a signal that tells nothing.</summary>
    public ImmutableArray<StepShape?> Shapes { get; }

    /// <summary>By how much the log-odds of a member can have changed because neighbouring steps were merged; 0 when none were.</summary>
    public double LargestMergeChange { get; }

    /// <summary>The points of what the signals of the base model measure.</summary>
    public Points Of(ImmutableArray<long> totals)
    {
        var thousandths = Intercept.Thousandths;
        for (var i = 0; i < totals.Length; i++) thousandths += Shapes[i]?.At(totals[i]) ?? 0;
        return Points.FromThousandths(thousandths);
    }

    /// <summary>Learns from examples, beginning with what the base model says.</summary>
    /// <exception cref="ArgumentException">There are fewer outcomes of a kind than the options' folds.</exception>
    public static LearnedPoints Learn(
        ScoringModel model, IReadOnlyList<LearningExample> examples, LearnerOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(options);
        // Of pairs no signal could have a contribution of its own.
        var learner = new Learner(options with { MaxPairs = 0 });
        var learned = learner.Learn(
            TableOf(model, examples), [.. examples.Select(example => example.Verdict.IsPositive)], BasePrior.Of(model, examples), cancellationToken);
        return Of(learned, model);
    }

    /// <summary>A column for each signal, named like it, of whole thousandths.</summary>
    internal static ColumnTable TableOf(ScoringModel model, IReadOnlyList<LearningExample> examples) => new(
        [.. model.Signals.Select((signal, i) => new NumberColumn(signal.Id, [.. examples.Select(example => (double)example.Totals[i])]))]);

    /// <summary>Turns a model that was learned from <see cref="TableOf"/> into points.</summary>
    internal static LearnedPoints Of(LearnedModel learned, ScoringModel model)
    {
        var (intercept, change) = (learned.Intercept, 0.0);
        var shapes = ImmutableArray.CreateBuilder<StepShape?>();
        foreach (var signal in model.Signals)
        {
            StepShape? steps = null;
            if (learned.Parts.OfType<ShapePart>().FirstOrDefault(part => part.Name == signal.Id) is { } part)
            {
                var bins = ShapeBins.Of(part);
                bins.MergeTo(ModelBounds.MaxSteps);
                steps = bins.ToSteps();
                intercept += bins.AtZero;
                change += bins.LargestChange;
            }
            shapes.Add(steps);
        }
        var thousandths = (long)Math.Round(1000 * intercept, MidpointRounding.ToEven);
        return new(Points.FromThousandths(thousandths), shapes.ToImmutable(), change);
    }
}
