using System.Text.RegularExpressions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Series;

namespace SocialLeads.Scoring.Tests;

/// <summary>What docs/scoring.md says is so.</summary>
public class DocumentTests
{
    [Fact]
    public void Every_example_gives_what_it_says()
    {
        var examples = DocumentExamples.In(ScoringDocument.Text).ToList();
        Assert.Equal(Regex.Count(ScoringDocument.Text, "```yaml"), examples.Count);
        Assert.True(examples.Count >= 10);
        Assert.Equal(string.Join("\n---\n", examples.Select(example => example.Contributions)), string.Join("\n---\n", examples.Select(Run)));
    }

    [Theory]
    [InlineData(typeof(Measure))]
    [InlineData(typeof(TransformKind))]
    public void Every_choice_is_told(Type choices) =>
        Assert.All(Enum.GetNames(choices), name => Assert.Contains($"`{Snake(name)}", ScoringDocument.Text, StringComparison.Ordinal));

    private static string Run(DocumentExample example)
    {
        var model = Build.Parse("model: example\nversion: 1\ntitle: Example\ncurve: { half: 50 }\n" + example.Model);
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols, filters: FilterSet.Of([model])).Fold([], example.Activities);
        var scorer = new Scorer(model, symbols);
        var explanation = scorer.Explain(features, Build.Today)!;
        var lines = explanation.Contributions.Select(c =>
            FormattableString.Invariant($"{c.Signal} {(c.Facet.Length == 0 ? "-" : c.Facet)} {c.Measured:0.###} {c.Points}"));
        var stage = ScoreSeries.Of(scorer, features, Build.Today, Build.Today).Days[0].Stage;
        return string.Join('\n', lines.Append($"= {explanation.Points} {stage}".TrimEnd()));
    }

    private static string Snake(string name) => Regex.Replace(name, "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
}
