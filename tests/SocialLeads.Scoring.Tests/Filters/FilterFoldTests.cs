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
          - { signal: prices, title: T, why: W, kinds: [post, visit], filter: price, measure: active_days, window_days: 30, weight: 1, cap: 50 }
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
            var later = fold.FoldMatches(plain, said, _filters);
            return Bytes(atOnce, symbols).SequenceEqual(Bytes(later, symbols))
                && Bytes(fold.KeepMatches(atOnce, FilterSet.Empty), symbols).SequenceEqual(Bytes(plain, symbols))
                && fold.KeepMatches(atOnce, _filters).SequenceEqual(atOnce);
        }));

    [Fact]
    public void A_set_holds_each_definition_once_and_tells_what_is_new()
    {
        Assert.Equal(2, FilterSet.Of([_model, _model]).Filters.Length);
        Assert.Equal(["price"], _filters.Except(FilterSet.Of(_model.Filters.Take(1))).Filters.Select(filter => filter.Id));
        Assert.Equal(["help", "price"], _filters.Match(Say("post", "help! the cost!", 0)).Select(match => match.Filter.Id));
    }

    private static Activity Say(string kind, string text, int daysAgo) => Build.Activity(kind, daysAgo) with { Text = text };

    private static byte[] Bytes(byte[] features, SymbolTable symbols) => PortableFeatures.Export(features, symbols).Bytes.ToArray();
}
