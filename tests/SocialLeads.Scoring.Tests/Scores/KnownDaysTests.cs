using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>As of which days a score is exact, when some days are no longer kept. The newest activity is of today.</summary>
public class KnownDaysTests
{
    private const int Kept = FeatureBounds.DefaultRetentionDays;

    /// <summary>Models that look back less and less far, so that ever earlier days are exact, and one of times that are always known.</summary>
    private static readonly ScoringModel[] _models =
    [
        Build.Model("""
            - { signal: tags, title: T, why: W, kinds: [post, page_view], facet: tag, measure: count, half_life_days: 30, weight: 1, cap: 9 }
            - { signal: more, title: T, why: W, kinds: [post, visit], measure: onset, beyond: 0, weight: 2, cap: 9 }
            """),
        Build.Model("""
            - { signal: spent, title: T, why: W, kinds: [post, visit], measure: duration_seconds, half_life_days: 5, weight: 0.01, cap: 90 }
            - { signal: posts, title: T, why: W, kinds: [post], facet: group, measure: count, window_days: 200, per_day: 2, min_days: 2, weight: 1.5, cap: 9 }
            """),
        Build.Model("""
            - { signal: days, title: T, why: W, kinds: [post, visit, page_view], measure: active_days, window_days: 20, weight: 1, cap: 50 }
            - { signal: peers, title: T, why: W, kinds: [connection, post], facet: peer_role, measure: count, window_days: 30, per_person: 2, min_people: 2, weight: 1, cap: 9 }
            """),
        Build.Model("""
            - { signal: all, title: T, why: W, kinds: [post, visit, page_view], facet: group, measure: count, weight: 1, cap: 90 }
            - { signal: known, title: T, why: W, kinds: [connection, post], measure: distinct_peers, weight: 1, cap: 9 }
            - { signal: own, title: T, why: W, kinds: [referral, post], facet: email_domain_relation, measure: count, weight: 2, cap: 9 }
            """),
        Build.Model("""
            - { signal: last, title: T, why: W, kinds: [post, visit], measure: latest_value, half_life_days: 90, weight: -1, cap: 4 }
            - { signal: in, title: T, why: W, kinds: [group_join], ends: [group_leave], facet: group, measure: membership, weight: 1, cap: 4 }
            """),
    ];

    [Theory]
    // Whatever happened behind the retention counts in full, as of any day after it.
    [InlineData("kinds: [post]\nmeasure: count\nweight: 1\ncap: 9", Kept)]
    // As of day 391 ago the days until 400 ago are looked at.
    [InlineData("kinds: [post]\nmeasure: count\nwindow_days: 10\nweight: 1\ncap: 9", Kept - 9)]
    [InlineData("kinds: [post]\nmeasure: count\nwindow_days: 400\nweight: 1\ncap: 9", 1)]
    [InlineData("kinds: [post]\nmeasure: count\nhalf_life_days: 30\nweight: 1\ncap: 9", 0)]
    [InlineData("kinds: [post]\nmeasure: active_days\nwindow_days: 10\nweight: 1\ncap: 9", Kept - 9)]
    [InlineData("kinds: [post]\nmeasure: onset\nweight: 1\ncap: 9", 0)]
    // The time of the latest is known, though its day is not kept.
    [InlineData("kinds: [post]\nmeasure: latest_value\nhalf_life_days: 30\nweight: 1\ncap: 9", 500)]
    // Nothing of it is behind the retention.
    [InlineData("kinds: [visit]\nmeasure: count\nhalf_life_days: 30\nweight: 1\ncap: 9", null)]
    public void The_first_exact_day_follows_from_what_a_signal_looks_at(string lines, int? daysAgo)
    {
        Activity[] activities =
        [
            Build.Activity("post", 800) with { ValueThousandths = 1000 },
            Build.Activity("post", 500) with { ValueThousandths = 2000 },
            Build.Activity("visit"),
        ];
        Assert.Equal(daysAgo is { } ago ? Build.Today - ago : 0, ExactFrom(Build.OneSignal(lines), activities));
    }

    [Fact]
    public void A_member_of_whom_every_day_is_kept_is_exact_as_of_any_day() =>
        Assert.Equal(0, ExactFrom(Build.Pack, [Build.Activity("post", Kept), Build.Activity("post")]));

    [Fact]
    public void What_is_undated_of_one_peer_among_others_is_found()
    {
        Activity With(string peer, int daysAgo) => Build.Activity("connection", daysAgo) with { Peer = peer };
        var model = Build.OneSignal("kinds: [connection]\nmeasure: distinct_peers\nwindow_days: 10\nweight: 1\ncap: 9");
        foreach (var once in (string[])["a", "b", "c"])
            Assert.Equal(Build.Today - Kept + 9, ExactFrom(model, [With(once, 500), With("a", 0), With("b", 0), With("c", 0)]));
    }

    [Fact]
    public void Nothing_known_is_exact() => Assert.Equal(0, new Scorer(Build.Pack, new SymbolTable()).ExactFrom([]));

    /// <summary>Behind the retention, too, as of the days that are said to be exact.</summary>
    [Fact]
    public void As_of_an_exact_day_is_as_if_nothing_had_happened_since() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), Gen.Choose(0, 1500).ToArbitrary(), (activities, daysAgo) =>
        {
            var symbols = new SymbolTable();
            var features = new FeatureFold(symbols).Fold([], activities);
            var then = activities.Where(activity => activity.Day <= Build.Today - daysAgo).ToArray();
            return _models.All(model =>
            {
                var scorer = new Scorer(model, symbols);
                return Build.Today - daysAgo < scorer.ExactFrom(features)
                    || Text(scorer.Explain(features, Build.Today - daysAgo)) == Text(then.Length == 0 ? null : Build.Explain(model, then, daysAgo));
            });
        }), cases: 1000);

    private static string Text(Explanation? explanation) =>
        string.Join('\n', Build.Lines(explanation).Prepend($"{explanation?.Points}"));

    private static int ExactFrom(ScoringModel model, Activity[] activities)
    {
        var symbols = new SymbolTable();
        return new Scorer(model, symbols).ExactFrom(new FeatureFold(symbols).Fold([], activities));
    }
}
