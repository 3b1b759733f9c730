using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Numerics;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>Groups, dimensions and how they are combined, with numbers worked out by hand.</summary>
public class GroupTests
{
    [Fact]
    public void A_groups_cap_is_met_exactly_and_shared_in_proportion()
    {
        var model = Build.Model("""
            - { signal: a, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 99, group: talk }
            - { signal: b, title: T, why: W, kinds: [answer], measure: count, weight: 1, cap: 99, group: talk }
            - { signal: c, title: T, why: W, kinds: [complaint], measure: count, weight: -1, cap: 99, group: talk }
            - { signal: d, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 99 }
            groups: [{ group: talk, title: Talk, cap: 10 }]
            """);
        // 20 + 10 - 2 = 28 are 18 too many: what gives may give 12, shared 2 to 1.
        Assert.Equal(["d 20", "a 8", "b 4", "c -2"], Lines(model, ("post", 20), ("answer", 10), ("complaint", 2)));
        // 20 - 10 = 10 is just within.
        Assert.Equal(["a 20", "d 20", "c -10"], Lines(model, ("post", 20), ("complaint", 10)));
        Assert.Equal(["c -11", "a 1", "d 1"], Lines(model, ("post", 1), ("complaint", 30)));
    }

    [Fact]
    public void What_cannot_be_shared_evenly_goes_to_the_first()
    {
        var model = Build.Model("""
            - { signal: a, title: T, why: W, kinds: [post], measure: count, weight: 5, cap: 99, group: g }
            - { signal: b, title: T, why: W, kinds: [post], measure: count, weight: 5, cap: 99, group: g }
            - { signal: c, title: T, why: W, kinds: [post], measure: count, weight: 5, cap: 99, group: g }
            groups: [{ group: g, title: G, cap: 10 }]
            """);
        Assert.Equal(["a 3.334", "b 3.333", "c 3.333"], Lines(model, ("post", 1)));
    }

    [Fact]
    public void Fit_and_engagement_are_shown_apart_and_combined()
    {
        var model = Build.Model("""
            - { signal: profile, title: T, why: W, kinds: [profile_update], measure: count, weight: 3.001, cap: 99, dimension: fit }
            - { signal: posts, title: T, why: W, kinds: [post], measure: count, weight: 5, cap: 99 }
            combine: { fit: 1.5, engagement: 0.5 }
            """);
        var explanation = Build.Explain(model, Activities(("profile_update", 1), ("post", 2)))!;
        // 3.001 * 1.5 = 4.5015, to the even thousandth.
        Assert.Equal(["posts 5", "profile 4.502"], explanation.Contributions.Select(c => $"{c.Signal} {c.Points}"));
        Assert.Equal(("9.502", "4.502", "5"), ($"{explanation.Points}", $"{explanation.FitPoints}", $"{explanation.EngagementPoints}"));
    }

    [Fact]
    public void Between_neighbouring_days_the_decay_is_the_same_all_year_round() =>
        Assert.All([1, 7, 30, 31, 90, 180, 365, 400], halfLife =>
        {
            var weights = new AgeWeights(new(LookbackKind.HalfLife, halfLife));
            var ratio = ExactMath.Exp2(-1.0 / halfLife);
            // Each weight is rounded to a whole number once, so that neighbours may be one and a half apart from the ratio.
            for (var age = 0; age < ModelBounds.HorizonDays; age++) Assert.Equal(weights[age] * ratio, weights[age + 1], 1.5);
        });

    private static Activity[] Activities(params (string Kind, int Count)[] counts) =>
        [.. counts.SelectMany(one => Enumerable.Repeat(Build.Activity(one.Kind), one.Count))];

    private static IEnumerable<string> Lines(ScoringModel model, params (string Kind, int Count)[] counts) =>
        Build.Explain(model, Activities(counts))!.Contributions.Select(c => $"{c.Signal} {c.Points}");
}
