using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Models;

public class ModelDocumentTests
{
    private const string Valid = """
        model: test-model
        version: 3
        title: Test
        curve: { half: 12.5 }
        signals:
          - signal: posts
            title: Posts
            why: Because.
            kinds: [post]
            facet: group
            measure: count
            half_life_days: 30
            weight: -1.25
            facet_weights: { news: 0.5, "product/*": 2, "product/a*": 3, "*": 0.1 }
            transform: { logarithmic: { scale: 2 } }
            cap: 10
        """;

    [Fact]
    public void A_valid_document_becomes_a_model()
    {
        var model = Build.Parse(Valid);
        Assert.Equal(("test-model", 3, "Test", ""), (model.Id, model.Version, model.Title, model.Description));
        Assert.Equal(12_500, model.Curve.Scale.Thousandths);
        Assert.Equal(Valid, model.Document);
        var signal = Assert.Single(model.Signals);
        Assert.Equal(-1250, signal.WeightThousandths);
        Assert.Equal(new Lookback(LookbackKind.HalfLife, 30), signal.Lookback);
        Assert.Equal(new Transform(TransformKind.Logarithmic, 2), signal.Transform);
        Assert.Equal(new Facet(FacetKind.Group, ""), signal.Facet);
        Assert.Equal(10_000, signal.Cap.Thousandths);
    }

    [Theory]
    [InlineData("news", 500)]
    [InlineData("news2", 100)]
    [InlineData("product/x", 2000)]
    [InlineData("product/a", 3000)]
    [InlineData("", 100)]
    public void Exact_names_win_and_then_the_longest_pattern(string facet, long thousandths) =>
        Assert.Equal(thousandths, Build.Parse(Valid).Signals[0].FacetWeights.Thousandths(facet));

    [Fact]
    public void Everything_wrong_is_told_at_once_with_its_path()
    {
        const string Yaml = """
            model: Test Model
            version: 0
            curve: { half: 0.5, steep: 1 }
            signals:
              - signal: a
                title: A
                kinds: [post, post, Bad]
                ends: [leave]
                facet: tags
                measure: count
                window_days: 30
                half_life_days: 401
                weight: 0
                cap: 0
              - signal: a
                title: A
                why: W
                kinds: []
                facet: tag
                measure: latest_value
                half_live_days: 3
                weight: 1.2345
                facet_weights: { x: 1001, "a*b": 1 }
                transform: { logarithmic: { scale: 0 }, saturating: { half: 1 } }
                cap: 5
              - 7
            """;
        Assert.Equal(
            [
                "model: is not a lower-case name with dashes ([a-z][a-z0-9-]*)",
                "version: is not a whole number from 1 to 1,000,000,000",
                "title: is required",
                "curve.half: is not a number from 1 to 1,000,000 with at most three digits after the point",
                "curve.steep: is not known here; known are half",
                "signals[0].why: is required",
                "signals[0].kinds: names post twice",
                "signals[0].kinds: item 2 is not a lower_snake_case name of at most 64 bytes",
                "signals[0].ends: goes with measure membership only",
                "signals[0].facet: is none of none, group, tag, peer_role, email_domain, email_domain_relation, channel, attribute.NAME",
                "signals[0].half_life_days: is not a whole number from 1 to 400",
                "signals[0].half_life_days: is given together with window_days; give one of them, or neither for all time",
                "signals[0].weight: is 0; leave the signal out instead",
                "signals[0].cap: is not a number from 0.001 to 1,000,000 with at most three digits after the point",
                "signals[1].kinds: is not a list of 1 to 64 kinds of activity",
                "signals[1].facet: does not go with measure latest_value, which takes none",
                "signals[1].weight: is not a number from -1,000,000 to 1,000,000 with at most three digits after the point",
                "signals[1].facet_weights: 'x' is not a number from -1,000 to 1,000 with at most three digits after the point",
                "signals[1].facet_weights: 'a*b' has a '*' that is not its last character",
                "signals[1].transform.logarithmic.scale: is not a number from 0.001 to 1,000,000,000 with at most three digits after the point",
                "signals[1].transform: is none of linear, { logarithmic: { scale: … } }, { saturating: { half: … } }",
                "signals[1].half_live_days: is not known; did you mean half_life_days?",
                "signals[1].signal: is given twice: a",
                "signals[2]: is a single value, not a map",
            ],
            Violations(Yaml));
    }

    [Theory]
    [InlineData("", ": is empty")]
    [InlineData("# only a comment", ": is empty")]
    [InlineData("just text", ": is a single value, not a map")]
    [InlineData("- a", ": is a list, not a map")]
    [InlineData("a: &x 1\nb: *x", "a: has an anchor; write out what is repeated")]
    [InlineData("b: *x", "b: is an alias; write it out")]
    [InlineData("a: !!int 1", "a: has a tag; leave it out")]
    [InlineData("a: [[[[[[[[[[[[1]]]]]]]]]]]]", "a[0][0][0][0][0][0][0][0][0][0]: is nested deeper than 10 levels")]
    [InlineData("a: [\nb", ": is not YAML: a '[' or '{' is not closed, or a line within is not indented")]
    [InlineData("a: \0", ": holds U+0000, which YAML does not allow")]
    [InlineData("a: 1\n---\nb: 2", ": holds more than one document")]
    public void What_is_no_document_is_refused(string yaml, string violation) =>
        Assert.Equal(violation, Violations(yaml)[0]);

    [Fact]
    public void A_broken_document_tells_the_line() =>
        Assert.StartsWith(": line 2, column", Assert.Single(Violations("a: 1\nb: [1, 2")).Replace("line 3", "line 2"), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_is_given_twice_is_refused() =>
        Assert.Equal(["version: is given twice"], Violations(Valid + "\nversion: 4"));

    [Fact]
    public void A_document_over_a_mebibyte_is_refused() =>
        Assert.Equal(["" + ": is longer than 1,048,576 bytes of UTF-8"], Violations("#" + new string('x', 1 << 20)));

    [Fact]
    public void Caps_add_up_to_a_million_at_most()
    {
        const string Signal = "- { signal: name, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 600000 }";
        var yaml = Build.OneSignal("kinds: [post]\nmeasure: count\nweight: 1\ncap: 1").Document.Split("signals:")[0] + "signals:\n";
        Assert.Empty(Violations(yaml + Signal));
        Assert.Equal(
            ["signals: have caps that add up to more than 1,000,000 points"],
            Violations(yaml + Signal + "\n" + Signal.Replace("signal: name", "signal: other", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("measure: active_days", "measure: active_days needs window_days or half_life_days")]
    [InlineData("measure: membership\nfacet: group", "ends: is required")]
    [InlineData("measure: count\nfacet_weights: { a: 1 }", "facet_weights: goes with a facet only")]
    [InlineData("measure: distinct_peers\nfacet: tag", "facet: does not go with measure distinct_peers, which takes none, peer_role")]
    [InlineData("measure: count\nfacet: email_domain\nfacet_weights: { A.example: 1 }", "facet_weights: 'A.example' has capital letters; e-mail domains are lower-case")]
    [InlineData("measure: count\nfacet: email_domain_relation\nfacet_weights: { mine: 1 }", "facet_weights: 'mine' is none of own, other, *")]
    [InlineData("measure: count\nfacet: attribute.Bad", "facet: is none of none, group, tag, peer_role, email_domain, email_domain_relation, channel, attribute.NAME")]
    public void Fields_that_do_not_go_together_are_refused(string lines, string violation)
    {
        var yaml = "model: m\nversion: 1\ntitle: T\ncurve: { half: 1 }\nsignals:\n- signal: s\n  title: S\n  why: W\n  kinds: [post]\n  weight: 1\n  cap: 1\n  "
            + lines.Replace("\n", "\n  ", StringComparison.Ordinal);
        Assert.Equal([$"signals[0].{violation}"], Violations(yaml));
    }

    [Theory]
    [InlineData("combine: { fit: 1, engagement: 0 }", "combine: leaves no signal any points")]
    [InlineData("stages: [{ stage: a, from: 19 }, { stage: b, from: 19.001 }]", "stages[1].from: is 19.001, more than the 19 points that anybody can have")]
    [InlineData("facet_weights: { a: 0, \"*\": 0 }", "signals[0].facet_weights: are all 0; leave the signal out instead")]
    public void What_can_never_count_is_refused(string lines, string violation)
    {
        var (signal, model) = lines.StartsWith("facet", StringComparison.Ordinal) ? ($", {lines}", "") : ("", lines);
        Assert.Equal([violation], Violations($"""
            model: m
            version: 1
            title: T
            curve: {"{"} half: 1 {"}"}
            intercept: -1
            signals: [{"{"} signal: s, title: T, why: W, kinds: [post], facet: tag, measure: count, weight: 1, cap: 20{signal} {"}"}]
            {model}
            """));
    }

    private static string[] Violations(string yaml)
    {
        var result = ModelDocument.Parse(yaml);
        Assert.Equal(result.Violations.Count == 0, result.Model is not null);
        return [.. result.Violations.Select(violation => $"{violation.Field}: {violation.Description}")];
    }
}
