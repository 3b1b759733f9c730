using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Models;

/// <summary>What features cannot tell is refused, with its path.</summary>
public class LimitRulesTests
{
    [Theory]
    [InlineData("measure: value, window_days: 9, per_day: 1", "per_day: goes with measure count, duration_seconds, change or onset only")]
    [InlineData("measure: count, per_day: 1", "per_day: needs window_days or half_life_days")]
    [InlineData("measure: count, window_days: 9, per_day: 0", "per_day: is not a whole number from 1 to 1,000,000")]
    [InlineData("measure: count, window_days: 9, per_day: 1, per_person: 1", "per_day: is given together with per_person; features do not tell which of a day's activities were with whom")]
    [InlineData("measure: distinct_peers, per_person: 1", "per_person: goes with measure count only")]
    [InlineData("measure: count, facet: tag, per_person: 1", "per_person: goes with facet none or peer_role only: features hold no peers by other facets")]
    [InlineData("measure: latest_value, window_days: 9, min_days: 1", "min_days: does not go with measure latest_value")]
    [InlineData("measure: count, min_days: 2", "min_days: needs window_days or half_life_days")]
    [InlineData("measure: count, window_days: 9, min_days: 10", "min_days: is 10 days, more than the 9 of window_days")]
    [InlineData("measure: count, facet: group, min_people: 2", "min_people: goes with facet none or peer_role only: features hold no peers by other facets")]
    [InlineData("measure: count, min_people: 513", "min_people: is not a whole number from 1 to 512")]
    [InlineData("measure: count, min_people: 2, where: { attribute: a, is: b }", "min_people: is given together with where; features hold no peers by attribute or filter")]
    [InlineData("measure: value, where: { attribute: a, is: b }", "where: goes with measure count, active_days, change or onset only: features hold no value by attribute")]
    [InlineData("measure: count, facet: group, where: { attribute: a, is: b }", "where: goes with facet none only: features hold counts by attribute and by facet, but not by both at once")]
    [InlineData("measure: count, where: { attribute: A b, equals: b }", "where.attribute: is not a lower_snake_case name ([a-z][a-z0-9_]*)", "where.is: is required", "where.equals: is not known here; known are attribute, is")]
    [InlineData("measure: count, dimension: fitness", "dimension: is none of fit, engagement")]
    [InlineData("measure: count, beyond: 1, direction: up", "beyond: goes with measure change or onset only", "direction: goes with measure change or onset only")]
    [InlineData("measure: change, window_days: 9", "window_days: does not go with measure change; recent_weeks and baseline_weeks say where it looks")]
    [InlineData("measure: change, recent_weeks: 9, baseline_weeks: 3, beyond: 16, direction: sideways", "recent_weeks: is not a whole number from 1 to 8", "baseline_weeks: is not a whole number from 4 to 48", "beyond: is not a number from 0 to 15 with at most three digits after the point", "direction: is none of up, down, either")]
    [InlineData("measure: onset, facet: tag, direction: up", "facet: does not go with measure onset, which takes none", "direction: does not go with measure onset, which is always up")]
    [InlineData("measure: colleagues, half_life_days: 3", "kinds: does not go with measure colleagues, which is made of their points", "measure: colleagues takes neither window_days nor half_life_days; their points are as of the same day")]
    public void A_limit_that_cannot_be_told_is_refused(string lines, params string[] violations) =>
        Assert.Equal(
            violations.Select(violation => "signals[0]." + violation),
            Violations($"signals: [{{ signal: s, title: T, why: W, kinds: [post], weight: 1, cap: 5, {lines} }}]"));

    [Fact]
    public void Groups_and_signals_name_each_other() =>
        Assert.Equal(
            [
                "groups[0].group: is named by no signal: a", "groups[1].group: is given twice: a", "groups[1].cap: is required",
                "groups[2]: is a single value, not a map", "groups: have no group g, which signal s names",
            ],
            Violations("""
                signals: [{ signal: s, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 5, group: g }]
                groups: [{ group: a, title: A, cap: 1 }, { group: a, title: A }, 3]
                """));

    [Fact]
    public void Colleagues_are_in_no_group() =>
        Assert.Equal(
            ["signals[0].group: does not go with measure colleagues, whose share is the same whatever the member does; give it a cap of its own"],
            Violations("""
                signals: [{ signal: s, title: T, why: W, measure: colleagues, weight: 1, cap: 5, group: g }]
                groups: [{ group: g, title: G, cap: 1 }]
                """));

    [Fact]
    public void Weights_of_dimensions_are_bounded_and_so_is_what_they_make_of_caps()
    {
        const string Signals = "signals: [{ signal: s, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 600000 }]\n";
        Assert.Equal(
            ["combine.fit: is not a number from 0 to 100 with at most three digits after the point", "combine.other: is not known here; known are fit, engagement"],
            Violations(Signals + "combine: { fit: 101, other: 2 }"));
        Assert.Equal(["signals: have caps that add up to more than 1,000,000 points"], Violations(Signals + "combine: { engagement: 2 }"));
    }

    private static IEnumerable<string> Violations(string rest) =>
        ModelDocument.Parse("model: m\nversion: 1\ntitle: T\ncurve: { half: 1 }\n" + rest).Violations.Select(v => $"{v.Field}: {v.Description}");
}
