using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>Sums that no 64 bits hold once they are weighted: points take other ways to them than explanations do, and agree.</summary>
public class LargeSumTests
{
    [Theory]
    [InlineData(1L, "5.931")]
    [InlineData(AgeWeights.SmallAmount - 1, "23.907")]
    [InlineData(AgeWeights.SmallAmount, "23.907")]
    [InlineData(1L << 31, "36.907")]
    [InlineData(FeatureBounds.MaxSum, "53.907")]
    public void One_counter_of_any_size(long amount, string points)
    {
        // What has no group counts, too, and so groups are added in another way than tags.
        Expect(points, amount, Dimension.Tag, "tag");
        Expect(points, amount, Dimension.Group, "group");
    }

    private static void Expect(string points, long amount, Dimension dimension, string facet)
    {
        var symbols = new SymbolTable();
        var cell = new Cell
        {
            Series = symbols.Intern(new SeriesKey("post", dimension, "g", Metric.Count)),
            When = Cell.WhenOf(Build.Today),
            A = amount,
        };
        var features = new PackedWriter().Write(new FeatureHeader(Build.Today, Build.Today, 0), [cell], symbols);
        // log2(1 + 60 x), of what the facet weighs sixty times as much.
        var model = Build.OneSignal($$"""
            kinds: [post]
            facet: {{facet}}
            measure: count
            half_life_days: 30
            transform: { logarithmic: { scale: 1 } }
            weight: 1
            cap: 100
            facet_weights: { g: 60 }
            """);
        var scorer = new Scorer(model, symbols);

        Assert.True(scorer.TryPoints(features, Build.Today, out var found));
        Assert.Equal(points, found.ToString());
        Assert.Equal(found, scorer.Explain(features, Build.Today)!.Points);
    }
}
