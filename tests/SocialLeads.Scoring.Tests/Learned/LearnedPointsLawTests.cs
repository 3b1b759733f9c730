using System.Collections.Immutable;
using FsCheck.Fluent;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Learned;

/// <summary>What becomes of log-odds on their way into a document.</summary>
public sealed class LearnedPointsLawTests
{
    private const double HalfThousandth = 0.0005;
    private const double Rounding = 1e-9;

    private static readonly ScoringModel _model = Build.Model("""
        - { signal: a, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 1 }
        - { signal: b, title: T, why: W, kinds: [post], measure: value, weight: 1, cap: 1 }
        - { signal: c, title: T, why: W, kinds: [post], measure: latest_value, weight: 1, cap: 1 }
        """);

    [Theory]
    [InlineData(32)]
    [InlineData(300)]
    public void Fixed_point_and_merging_change_log_odds_by_no_more_than_is_said(int maxBins) =>
        Laws.Holds(Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var examples = Draw(seed, 300);
            var table = LearnedPoints.TableOf(_model, examples);
            // Boosted without care for noise, so that shapes have as many different bins as can be.
            var options = new LearnerOptions { MaxPairs = 0, MaxBins = maxBins, MaxRounds = 60, MinWeight = 0.1, NumberPenalty = 0.1, LinePreference = 0 };
            var learned = new Learner(options).Learn(table, [.. examples.Select(one => one.Verdict.IsPositive)]);
            var points = LearnedPoints.Of(learned, _model);
            var logits = learned.Predict(table).Logits;
            var allowed = HalfThousandth * (1 + points.Shapes.Count(shape => shape is not null)) + points.LargestMergeChange + Rounding;
            // A shape that rounds to nothing leaves the sum too.
            allowed += HalfThousandth * (learned.Parts.Count - points.Shapes.Count(shape => shape is not null));
            return points.Shapes.All(shape => shape is null || shape.Steps.Length <= ModelBounds.MaxSteps)
                && (maxBins > ModelBounds.MaxSteps || points.LargestMergeChange == 0)
                && examples.Select((one, i) => Math.Abs(points.Of(one.Totals).ToDouble() - logits[i])).Max() <= allowed;
        }), cases: 15);

    [Fact]
    public void Merging_happens_and_takes_the_likest_neighbours_first()
    {
        int[] rows = [0, 10, 10, 1, 10];
        double[] logOdds = [0, 0, 1, 1.5, 4];
        var bins = ShapeBins.Of(new ShapePart(new NumberBins("a", [1, 2000, 3000]), logOdds, rows));
        bins.MergeTo(3);
        Assert.Equal(0.5 * 10 / 11, bins.LargestChange, 1e-12);
        Assert.Equal([new(1, 1045), new(3000, 4000)], bins.ToSteps()!.Steps);
        bins.MergeTo(2);
        Assert.Equal([new(3000, 4000 - 548)], bins.ToSteps()!.Steps);
    }

    [Fact]
    public void Below_zero_there_are_steps_too_and_at_zero_nothing()
    {
        var bins = ShapeBins.Of(new ShapePart(new NumberBins("a", [-500.5, 0.5]), [0, -1, 0.25, 2], [0, 5, 5, 5]));
        Assert.Equal([new(-ModelBounds.MaxStepFromThousandths, -1250), new(-500, 0), new(1, 1750)], bins.ToSteps()!.Steps);
    }

    private static List<LearningExample> Draw(int seed, int members)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, members).Select(i =>
            {
                ImmutableArray<long> totals = [random.Next(5) * random.Next(40_000), random.Next(-900, 900), random.Next(3) * 500];
                return new LearningExample($"m{i}", new(i, Math.Sin(totals[0] / 9000.0) + totals[1] / 900.0 + random.NextDouble() > 0.5), totals, default);
            }),
        ];
    }
}
