using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>What holds for any activities.</summary>
public class ScorerLawTests
{
    /// <summary>Every measure, and negative weights and facet weights, beside what the pack has.</summary>
    private static readonly ScoringModel _everything = Build.Model("""
        - { signal: plain, title: T, why: W, kinds: [post, visit], measure: count, weight: 1.5, cap: 9 }
        - { signal: lost, title: T, why: W, kinds: [post], facet: group, measure: count, half_life_days: 7, weight: -2, cap: 5, facet_weights: { b: -1.5, "product-*": 0 } }
        - { signal: dwell, title: T, why: W, kinds: [page_view, visit], facet: tag, measure: duration_seconds, half_life_days: 20, weight: 0.001, cap: 30, facet_weights: { red: -1 } }
        - { signal: worth, title: T, why: W, kinds: [post, page_view], measure: value, window_days: 100, weight: 3, cap: 4 }
        - { signal: last, title: T, why: W, kinds: [post, visit], measure: latest_value, half_life_days: 90, weight: -1, cap: 4 }
        - { signal: days, title: T, why: W, kinds: [post, visit, page_view], facet: channel, measure: active_days, half_life_days: 30, weight: 1, cap: 50 }
        - { signal: domains, title: T, why: W, kinds: [referral], facet: email_domain, measure: count, weight: 1, cap: 3 }
        - { signal: plans, title: T, why: W, kinds: [post], facet: attribute.plan, measure: count, window_days: 9, weight: 1, cap: 3 }
        - { signal: peers, title: T, why: W, kinds: [connection, post], measure: distinct_peers, window_days: 60, weight: 1, cap: 3 }
        """);

    /// <summary>Limits of every kind, groups, conditions and both dimensions.</summary>
    private static readonly ScoringModel _limited = Build.Model("""
        - { signal: rests, title: T, why: W, kinds: [post, visit], facet: group, measure: count, window_days: 200, per_day: 2, weight: 1.5, cap: 9, min_days: 2, group: g, facet_weights: { a: 0, b: -1.3 } }
        - { signal: own, title: T, why: W, kinds: [referral, post], facet: email_domain_relation, measure: count, half_life_days: 50, per_day: 1, min_days: 2, weight: 2, cap: 9, group: g, facet_weights: { other: 0 } }
        - { signal: dwell, title: T, why: W, kinds: [page_view, visit], facet: tag, measure: duration_seconds, half_life_days: 90, per_day: 900, weight: 0.001, cap: 30, group: g }
        - { signal: friends, title: T, why: W, kinds: [connection, post], facet: peer_role, measure: count, per_person: 2, min_people: 2, weight: -1, cap: 6, group: h, dimension: fit }
        - { signal: known, title: T, why: W, kinds: [connection, post], measure: distinct_peers, half_life_days: 60, min_people: 2, min_days: 2, weight: 1, cap: 3, group: h, dimension: fit }
        - { signal: planned, title: T, why: W, kinds: [post, visit, page_view], where: { attribute: plan, is: own.examplex }, measure: active_days, window_days: 90, min_days: 2, weight: 1.7, cap: 30 }
        - { signal: worth, title: T, why: W, kinds: [post, page_view], measure: value, window_days: 300, min_people: 1, weight: 3, cap: 40, dimension: fit }
        - { signal: more, title: T, why: W, kinds: [post, visit, page_view, referral], measure: change, recent_weeks: 8, baseline_weeks: 40, beyond: 0, direction: either, per_day: 3, weight: 2, cap: 9 }
        - { signal: began, title: T, why: W, kinds: [post], measure: onset, beyond: 0, weight: 2, cap: 9, dimension: fit }
        groups:
        - { group: g, title: G, cap: 5.5 }
        - { group: h, title: H, cap: 2 }
        combine: { fit: 1.337, engagement: 0.7 }
        """);

    /// <summary>Steps over measures of every kind, negative totals, limits, groups, dimensions and an intercept.</summary>
    private static readonly ScoringModel _stepped = Build.Model("""
        - { signal: tags, title: T, why: W, kinds: [post, visit, page_view], facet: tag, measure: count, half_life_days: 30, facet_weights: { red: -2, "*": 1.5 }, steps: [{ from: -1000, points: 0.7 }, { from: -0.5, points: 0 }, { from: 0.001, points: -0.25 }, { from: 2.5, points: 1.125 }] }
        - { signal: groups, title: T, why: W, kinds: [post, visit], facet: group, measure: count, window_days: 200, per_day: 2, min_days: 2, group: g, facet_weights: { b: 0 }, steps: [{ from: 1, points: -1 }, { from: 3, points: 2 }] }
        - { signal: worth, title: T, why: W, kinds: [post, page_view], measure: value, window_days: 300, dimension: fit, steps: [{ from: -1000000000, points: -0.3 }, { from: 0, points: 0 }, { from: 0.5, points: 0.4 }] }
        - { signal: days, title: T, why: W, kinds: [post, visit, page_view], measure: active_days, half_life_days: 30, group: g, steps: [{ from: 0.3, points: 0.6 }, { from: 2, points: 1.6 }] }
        - { signal: own, title: T, why: W, kinds: [referral, post], facet: email_domain_relation, measure: count, steps: [{ from: 2, points: 0.9 }] }
        - { signal: last, title: T, why: W, kinds: [visit], measure: latest_duration_seconds, half_life_days: 90, steps: [{ from: 60, points: 0.2 }, { from: 1200, points: -0.2 }] }
        - { signal: plain, title: T, why: W, kinds: [post, visit], measure: count, weight: 0.5, cap: 2 }
        groups:
        - { group: g, title: G, cap: 1.5 }
        combine: { fit: 1.337, engagement: 0.7 }
        intercept: -2.345
        """);

    [Fact]
    public void Contributions_add_up_to_the_points_exactly() => ForAll((features, scorer, asOf) =>
    {
        var explanation = scorer.Explain(features, asOf);
        return explanation is null
            || explanation.Contributions.Sum(c => c.Points.Thousandths) == explanation.Points.Thousandths;
    });

    [Fact]
    public void Fit_and_engagement_are_what_their_signals_contribute() => ForAll((features, scorer, asOf) =>
    {
        if (scorer.Explain(features, asOf) is not { } explanation) return true;
        var fit = scorer.Model.Signals.Where(signal => signal.Dimension == ScoreDimension.Fit).Select(signal => signal.Id).ToHashSet();
        return explanation.Contributions.Where(c => fit.Contains(c.Signal)).Sum(c => c.Points.Thousandths) == explanation.FitPoints.Thousandths
            && explanation.FitPoints.Thousandths + explanation.EngagementPoints.Thousandths == explanation.Points.Thousandths;
    });

    /// <summary>No score is a calendar artefact: what matters is how long ago something was.</summary>
    [Fact]
    public void Moving_everything_by_some_days_changes_nothing_but_the_dates() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), Gen.Choose(-800, 800).ToArbitrary(), (activities, days) =>
        {
            var moved = activities.Select(activity => activity with { OccurredAtMs = activity.OccurredAtMs + (long)days * UtcDay.Ms });
            return new[] { _everything, _limited, Build.Pack }.All(model =>
                Text(Build.Explain(model, activities)) == Text(Build.Explain(model, moved, daysAgo: -days)));
        }));

    [Fact]
    public void Points_and_explanation_agree() => ForAll((features, scorer, asOf) =>
    {
        var scored = scorer.TryPoints(features, asOf, out var points);
        var explanation = scorer.Explain(features, asOf);
        return scored ? explanation!.Points == points : explanation is null && points == Points.Zero;
    });

    [Fact]
    public void Contributions_are_in_order_and_within_caps() => ForAll((features, scorer, asOf) =>
    {
        var contributions = scorer.Explain(features, asOf)?.Contributions ?? [];
        var ordered = contributions
            .OrderByDescending(c => Math.Abs(c.Points.Thousandths))
            .ThenBy(c => c.Signal, StringComparer.Ordinal)
            .ThenBy(c => c.Facet, StringComparer.Ordinal);
        var capped = scorer.Model.Signals.All(signal =>
            Math.Abs(contributions.Where(c => c.Signal == signal.Id).Sum(c => c.Points.Thousandths))
                <= scorer.Model.Combine.Weigh(signal.Dimension, signal.Cap.Thousandths));
        return contributions.SequenceEqual(ordered) && capped && contributions.All(c => c.Measured != 0);
    });

    [Fact]
    public void Any_order_and_any_symbol_table_give_the_same_explanation() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            var shuffled = activities.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Text(Build.Explain(_everything, activities)) == Text(Build.Explain(_everything, shuffled))
                && Text(Build.Explain(_limited, activities)) == Text(Build.Explain(_limited, shuffled))
                && Text(Build.Explain(Build.Pack, activities)) == Text(Build.Explain(Build.Pack, shuffled));
        }));

    [Fact]
    public void The_portable_form_scores_alike() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), activities =>
        {
            var symbols = new SymbolTable();
            var features = new FeatureFold(symbols).Fold([], activities);
            var portable = PortableFeatures.Parse(PortableFeatures.Export(features, symbols).Bytes);
            return Text(new Scorer(_everything, symbols).Explain(features, Build.Today))
                == Text(new Scorer(_everything, portable.Symbols).Explain(portable.Packed.Span, Build.Today));
        }));

    /// <summary>Within the retention, the past is what it was: no later activity shows in it.</summary>
    [Fact]
    public void As_of_a_past_day_is_as_if_nothing_had_happened_since() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(maxDaysAgo: 399), Gen.Choose(0, 400).ToArbitrary(), (activities, daysAgo) =>
        {
            var then = activities.Where(activity => activity.Day <= Build.Today - daysAgo).ToArray();
            var expected = then.Length == 0 ? null : Build.Explain(_everything, then, daysAgo);
            var expectedLimited = then.Length == 0 ? null : Build.Explain(_limited, then, daysAgo);
            return Text(Build.Explain(_everything, activities, daysAgo)) == Text(expected)
                && Text(Build.Explain(_limited, activities, daysAgo)) == Text(expectedLimited);
        }));

    [Fact]
    public void A_scorer_takes_in_symbols_that_come_later() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), activities =>
        {
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols);
            var scorer = new Scorer(_everything, symbols);
            byte[] features = [];
            foreach (var activity in activities)
            {
                features = fold.Fold(features, [activity]);
                scorer.TryPoints(features, Build.Today, out _);
            }
            return Text(scorer.Explain(features, Build.Today)) == Text(Build.Explain(_everything, activities));
        }));

    private static void ForAll(Func<byte[], Scorer, int, bool> law) =>
        Laws.Holds(Prop.ForAll(Generators.Activities(), Gen.Choose(0, 600).ToArbitrary(), (activities, daysAgo) =>
        {
            var symbols = new SymbolTable();
            var features = new FeatureFold(symbols).Fold([], activities);
            return law(features, new Scorer(_everything, symbols), Build.Today - daysAgo)
                && law(features, new Scorer(_limited, symbols), Build.Today - daysAgo)
                && law(features, new Scorer(_stepped, symbols), Build.Today - daysAgo)
                && law(features, new Scorer(Build.Pack, symbols), Build.Today - daysAgo);
        }));

    private static string Text(Explanation? explanation) => explanation is null
        ? "none"
        : FormattableString.Invariant($"{explanation.Points} {explanation.Score:R}\n")
            + string.Join('\n', explanation.Contributions.Select(c => $"{c.Signal} {Build.Line(c)}"));
}
