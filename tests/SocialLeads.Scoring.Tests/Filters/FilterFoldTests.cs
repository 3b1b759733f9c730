using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Filters;

/// <summary>Matches are counted while folding, and can be folded in later and taken out again.</summary>
public class FilterFoldTests
{
    private static readonly ScoringModel _model = Build.Parse("""
        model: m
        version: 1
        title: T
        curve: { half: 1 }
        filters:
          - { filter: help, any: [help*] }
          - { filter: price, any: [price, cost*], kinds: [post] }
        signals:
          - { signal: helps, title: T, why: W, kinds: [post, visit], filter: help, measure: count, half_life_days: 10, weight: 1, cap: 50 }
          - { signal: prices, title: T, why: W, kinds: [post], filter: price, measure: active_days, window_days: 30, weight: 1, cap: 50 }
        """);

    private static readonly FilterSet _filters = FilterSet.Of([_model]);

    [Fact]
    public void A_signal_counts_what_matches_its_filter()
    {
        Activity[] activities =
        [
            Say("post", "please help", 0), Say("post", "Helpful cost", 10), Say("post", "what does it cost", 10), Say("visit", "the price", 1),
            Say("comment", "help", 0), Say("post", "", 0),
        ];
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols, filters: _filters).Fold([], activities);
        var explanation = new Scorer(_model, symbols).Explain(features, Build.Today)!;
        Assert.Equal(["helps 1.5 1.5", "prices 1 1"], explanation.Contributions.Select(c => $"{c.Signal}{Build.Line(c)}"));
        Assert.Empty(Build.Explain(_model, activities)!.Contributions);
    }

    [Fact]
    public void The_phrases_that_matched_are_told_with_the_contribution()
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols, filters: _filters).Fold([],
        [
            Say("post", "the price", 40), Say("post", "price", 1), Say("post", "costs and price", 0), Say("post", "cost", -1), Say("post", "help", 0),
        ]);
        var evidence = new Scorer(_model, symbols).Explain(features, Build.Today)!.Contributions.ToDictionary(one => one.Signal, one => one.Evidence);
        Assert.Equal(["help*"], evidence["helps"]);
        // Forty days ago is outside the window, and tomorrow is not yet.
        Assert.Equal(["price", "cost*"], evidence["prices"]);
    }

    [Fact]
    public void Folding_matches_in_later_gives_the_same_features() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            var random = new Random(seed);
            string[] texts = ["", "help", "costs of helping", "price", "nothing"];
            var said = activities.Select(activity => activity with { Text = texts[random.Next(texts.Length)] }).ToArray();
            var symbols = new SymbolTable();
            var plain = new FeatureFold(symbols).Fold([], said);
            var fold = new FeatureFold(symbols, filters: _filters);
            var atOnce = fold.Fold([], said);
            var later = fold.FoldMatches(plain, [.. said.Select(activity => new MatchedActivity(activity, _filters.Match(activity)))]);
            return Bytes(atOnce, symbols).SequenceEqual(Bytes(later, symbols))
                && Bytes(fold.KeepMatches(atOnce, _ => false), symbols).SequenceEqual(Bytes(plain, symbols))
                && fold.KeepMatches(atOnce, _ => true).SequenceEqual(atOnce);
        }));

    [Fact]
    public void A_set_holds_each_definition_once()
    {
        Assert.Equal(2, FilterSet.Of([_model, _model]).Filters.Length);
        Assert.Equal(["help", "price"], _filters.Match(Say("post", "help! the cost!", 0)).Select(match => match.Filter.Id));
    }

    private static Activity Say(string kind, string text, int daysAgo) => Build.Activity(kind, daysAgo) with { Text = text };

    private static byte[] Bytes(byte[] features, SymbolTable symbols) => PortableFeatures.Export(features, symbols).Bytes.ToArray();
}
