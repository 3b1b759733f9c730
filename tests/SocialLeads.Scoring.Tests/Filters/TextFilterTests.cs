using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Filters;

public class TextFilterTests
{
    [Theory]
    [InlineData("lead scoring", "We do Lead-Scoring!", "Lead-Scoring")]
    [InlineData("lead scoring", "LEAD\n SCORING", "LEAD\n SCORING")]
    [InlineData("lead scoring", "lead the scoring", null)]
    [InlineData("crm", "scrm crms c.r.m", null)]
    [InlineData("crm*", "All CRMs fail", "CRMs")]
    [InlineData("café", "le CAFE\u0301 noir", "CAFE\u0301")]
    [InlineData("cafe", "Café", "Café")]
    [InlineData("strasse", "Hauptstraße Straße", "Straße")]
    [InlineData("don't like", "I don’t like it", "don’t like")]
    [InlineData("dont like", "I don't like it", "don't like")]
    [InlineData("abc", "ＡＢＣ", "ＡＢＣ")]
    [InlineData("ёлка", "ЕЛКА", "ЕЛКА")]
    [InlineData("解決策", "良い解決策を探して", "解決策")]
    [InlineData("looking for ... tool*", "Looking for some really good tools", "Looking for some really good tools")]
    [InlineData("looking for … tool", "looking for a b c d e f g h tool", "looking for a b c d e f g h tool")]
    [InlineData("looking for ... tool", "looking for a b c d e f g h i tool", null)]
    [InlineData("a ... b ... c", "a x b b y c", "a x b b y c")]
    [InlineData("a ... b c", "a b x b c", "a b x b c")]
    [InlineData("c++", "c", "c")]
    public void A_phrase_is_found_as_whole_words(string phrase, string text, string? found)
    {
        var match = Match(Filter($"any: [\"{phrase}\"]"), Said(text));
        Assert.Equal(found, match?.Evidence.Single().Text);
        if (match is not null) Assert.Equal(found, text.Substring(match.Evidence[0].Start, match.Evidence[0].Length));
    }

    [Theory]
    [InlineData("we switch from acme", true)]
    [InlineData("acme and globex", false)]
    [InlineData("we switch", false)]
    [InlineData("we are fed up with globex", true)]
    [InlineData("fed up with globex; we are hiring", false)]
    public void All_of_some_any_of_others_and_none_of_the_rest(string text, bool matches) =>
        Assert.Equal(matches, Match(Filter("any: [acme, globex]\n  all: [[switch, fed up]]\n  none: [hiring]"), Said(text)) is not null);

    [Fact]
    public void The_evidence_is_what_was_found_in_the_order_of_the_text()
    {
        var match = Match(Filter("all: [[tired of, slow], [globex]]\n  none: [job]"), Said("Globex is so slow. I am tired of Globex."))!;
        Assert.Equal(["globex 0 Globex", "slow 13 slow", "tired of 24 tired of"], match.Evidence.Select(e => $"{e.Phrase} {e.Start} {e.Text}"));
    }

    [Fact]
    public void Kinds_and_attributes_choose_what_is_looked_at()
    {
        var filter = Filter("kinds: [post]\n  attributes: { language: en }\n  any: [help]");
        var english = Said("help") with { Attributes = [new("country", "us"), new("language", "en")] };
        Assert.NotNull(Match(filter, english));
        Assert.Null(Match(filter, english with { Kind = "comment" }));
        Assert.Null(Match(filter, english with { Attributes = [new("language", "de")] }));
        Assert.Null(Match(filter, english with { Attributes = default }));
        Assert.Empty(Match(Filter("attributes: { language: en }"), english)!.Evidence);
    }

    [Fact]
    public void A_changed_definition_is_another_series_and_a_changed_writing_is_not()
    {
        var facet = Filter("any: [help us, choose]").SeriesFacet;
        Assert.Equal(facet, Filter("any: [Choose, HELP  us]").SeriesFacet);
        Assert.Equal(facet, Filter("all: [[choose, help us]]").SeriesFacet);
        string[] others = [facet, Filter("any: [help us]").SeriesFacet, Filter("any: [help us, choose*]").SeriesFacet, Filter("all: [help us, choose]").SeriesFacet,
            Filter("any: [help us, choose]\n  none: [job]").SeriesFacet, Filter("any: [help us, choose]\n  kinds: [post]").SeriesFacet, Filter("any: [help ... us, choose]").SeriesFacet];
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.Matches("^f#[0-9a-f]{16}$", facet);
    }

    [Fact]
    public void What_is_wrong_with_a_filter_is_told()
    {
        const string Yaml = """
            model: m
            version: 1
            title: T
            curve: { half: 1 }
            filters:
              - { filter: A, any: [x] }
              - { filter: b, none: [x], kinds: [P] }
              - { filter: b, any: ["!", "... a", "a ... b ... c ... d", [x]], attributes: { X: a, y: "" } }
              - { filter: c, all: [[], x], kindness: [y] }
            signals:
              - { signal: s, title: T, why: W, kinds: [post], measure: value, weight: 1, cap: 5, filter: c }
              - { signal: t, title: T, why: W, kinds: [post], measure: count, facet: tag, weight: 1, cap: 5, filter: d, where: { attribute: a, is: b } }
            """;
        Assert.Equal(
            [
                "filters[0].filter: is not a lower_snake_case name ([a-z][a-z0-9_]*)",
                "filters[1].kinds: item 0 is not a lower_snake_case name of at most 64 bytes",
                "filters[1].any: is required, or all, or attributes: a filter must say what it looks for",
                "filters[2].filter: is given twice: b",
                "filters[2].attributes: 'X' is not a lower_snake_case name of at most 64 bytes",
                "filters[2].attributes: 'y' is required",
                "filters[2].any: item 0 has no word", "filters[2].any: item 1 begins or ends with a gap",
                "filters[2].any: item 2 has more than 2 gaps", "filters[2].any: item 3 is not a text",
                "filters[2].any: is required, or all, or attributes: a filter must say what it looks for",
                "filters[3].all: item 0 has no phrases",
                "filters[3].kindness: is not known here; known are filter, kinds, attributes, any, all, none",
                "signals[0].filter: goes with measure count, active_days, change or onset only: features hold no value by filter",
                "signals[1].where: goes with facet none only: features hold counts by attribute and by facet, but not by both at once",
                "signals[1].filter: goes with facet none only: features hold counts by filter and by facet, but not by both at once",
                "signals[1].filter: is given together with where; give the filter the attribute instead",
                "signals[1].filter: names d, which filters do not have",
                "filters: have A, which no signal counts", "filters: have b, which no signal counts", "filters: have b, which no signal counts",
            ],
            Violations(Yaml));
    }

    [Fact]
    public void Filters_that_can_never_count_are_refused()
    {
        const string Yaml = """
            model: m
            version: 1
            title: T
            curve: { half: 1 }
            filters:
              - { filter: said, kinds: [post], any: [CRM, "lead  scoring"], none: [lead scoring, hiring, crm] }
              - { filter: part, kinds: [post], any: [crm, lead scoring], all: [ours], none: [crm] }
              - { filter: unused, any: [crm] }
            signals:
              - { signal: s, title: T, why: W, kinds: [post, comment], filter: said, measure: count, weight: 1, cap: 5 }
              - { signal: t, title: T, why: W, kinds: [post], filter: part, measure: count, weight: 1, cap: 5 }
            """;
        Assert.Equal(
            [
                "filters[0].none: has every phrase of which one must be said, so that nothing ever matches",
                "signals[0].kinds: names comment, which filter said does not look at",
                "filters: have unused, which no signal counts",
            ],
            Violations(Yaml));
    }

    private static IEnumerable<string> Violations(string yaml) => ModelDocument.Parse(yaml).Violations.Select(v => $"{v.Field}: {v.Description}");

    private static FilterMatch? Match(TextFilter filter, Activity activity) => FilterSet.Of([filter]).Match(activity).SingleOrDefault();

    private static Activity Said(string text) => Build.Activity("post") with { Text = text };

    private static TextFilter Filter(string lines) => Build.Parse($"""
        model: m
        version: 1
        title: T
        curve: {"{"} half: 1 {"}"}
        filters:
        - filter: f
          {lines}
        signals:
        - {"{"} signal: s, title: T, why: W, kinds: [post], filter: f, measure: count, weight: 1, cap: 5 {"}"}
        """).Filters.Single();
}
