using FsCheck.Fluent;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Companies;

public class CompanyRollupTests
{
    private static readonly CompanyRule _topThree = CompanyRule.Default with { Top = 3 };

    [Fact]
    public void A_company_is_the_mean_of_its_best_and_what_it_lacks_is_nothing()
    {
        Assert.Equal("20", Rollup(30, 20, 10, 9).Points.ToString());
        // 31.001 / 3, and -50 counts as nothing.
        Assert.Equal("10.334", Rollup(31.001, -50).Points.ToString());
        Assert.Equal("0", Rollup().Points.ToString());
    }

    [Fact]
    public void Colleagues_are_the_others()
    {
        var company = Rollup(30, 20, 10, 9);
        Assert.Equal("13", company.ColleaguesOf("m0").ToString());
        Assert.Equal("19.667", company.ColleaguesOf("m2").ToString());
        Assert.Equal("20", company.ColleaguesOf("m3").ToString());
        Assert.Equal("20", company.ColleaguesOf("somebody else").ToString());
        Assert.Null(Rollup(30).ColleaguesOf("m0"));
    }

    [Fact]
    public void Parts_merge_into_the_whole() =>
        Laws.Holds(Prop.ForAll(ArbMap.Default.ArbFor<short[]>(), Gen.Choose(0, 10).ToArbitrary(), (points, cut) =>
        {
            var members = points.Select((p, i) => new CompanyMember($"m{i}", Points.FromThousandths(p))).ToArray();
            var whole = CompanyRollup.Of(_topThree, "a.example", members);
            var merged = CompanyRollup.Of(_topThree, "a.example", members.Take(cut)).With(CompanyRollup.Of(_topThree, "a.example", members.Skip(cut)));
            return whole.Best.SequenceEqual(merged.Best) && whole.Members == merged.Members && whole.Points == merged.Points
                && members.All(one => whole.ColleaguesOf(one.Member)
                    == (members.Length == 1 ? null : CompanyRollup.Of(_topThree, "a.example", members.Where(other => other != one)).Points));
        }));

    [Fact]
    public void What_the_best_add_is_the_points_exactly()
    {
        Assert.Equal(["10", "6.667", "3.333"], Rollup(30, 20, 10, 9).Shares().Select(one => one.ToString()));
        Assert.Equal(["0.334", "0.333", "0.333"], Rollup(1, 1, 1, 1).Shares().Select(one => one.ToString()).OrderDescending());
        Assert.Equal(["10.334", "0"], Rollup(31.001, -50).Shares().Select(one => one.ToString()));
        Assert.Empty(Rollup().Shares());
        Laws.Holds(Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), points =>
        {
            var company = CompanyRollup.Of(
                _topThree, "a.example", points.Select((p, i) => new CompanyMember($"m{i}", Points.FromThousandths(p % 1_000_000_000))));
            return company.Shares().Sum(one => one.Thousandths) == company.Points.Thousandths
                && company.Shares().Length == Math.Min(3, points.Length);
        }));
    }

    [Fact]
    public void Different_companies_do_not_merge() =>
        Assert.Throws<ArgumentException>(() => Rollup(1).With(CompanyRollup.Of(_topThree, "b.example", [])));

    [Theory]
    [InlineData("gmail.com", false)]
    [InlineData("", false)]
    [InlineData("acme.example", true)]
    public void Public_mail_services_are_no_companies(string domain, bool company) => Assert.Equal(company, CompanyRule.Default.IsCompany(domain));

    [Fact]
    public void The_colleagues_figure_goes_into_points_and_never_into_own_points()
    {
        var model = Build.Model("""
            - { signal: posts, title: T, why: W, kinds: [post], measure: count, weight: 5, cap: 99 }
            - { signal: colleagues, title: T, why: W, measure: colleagues, weight: 8, transform: { saturating: { half: 10 } }, cap: 99 }
            """);
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols).Fold([], [
            Build.Activity("post"), Build.Activity("registration", 9) with { EmailDomain = "acme.example" },
            Build.Activity("email_change", 1) with { EmailDomain = "gmail.com" },
        ]);
        var scorer = new Scorer(model, symbols, tellsOwnDomain: true);
        Assert.True(scorer.TryPoints(features, Build.Today, out var own));
        Assert.Equal(("5", "gmail.com"), (own.ToString(), scorer.OwnDomain));
        var inputs = new ScoreInputs(Points.FromThousandths(30_000));
        // 8 * 30 / 40.
        Assert.True(scorer.TryPoints(features, Build.Today, out var points, inputs));
        Assert.Equal("11", points.ToString());
        Assert.Equal(["colleagues 30 6", "posts 1 5"], scorer.Explain(features, Build.Today, inputs)!.Contributions.Select(c => $"{c.Signal}{Build.Line(c)}"));
        Assert.True(scorer.TryPoints(features, Build.Today - 5, out _));
        Assert.Equal("acme.example", scorer.OwnDomain);
    }

    /// <summary>What lets a company's members be ranked without reading their features again.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("combine: { fit: 0.7, engagement: 1.3 }")]
    public void Points_are_own_points_and_a_share_that_depends_on_the_figure_alone(string combine)
    {
        var model = Build.Parse($$"""
            model: test
            version: 1
            title: Test
            curve: { half: 60 }
            {{combine}}
            groups: [{ group: all, title: All, cap: 9 }]
            signals:
              - { signal: posts, title: T, why: W, kinds: [post], measure: count, weight: 5, cap: 99, group: all }
              - { signal: visits, title: T, why: W, kinds: [visit], measure: count, weight: -3, cap: 99, group: all }
              - { signal: stir, title: T, why: W, measure: colleagues, weight: 8, transform: { saturating: { half: 10 } }, cap: 99 }
              - { signal: calm, title: T, why: W, measure: colleagues, weight: -0.333, cap: 7, dimension: fit }
            """);
        Laws.Holds(Prop.ForAll(Generators.Activities(), Gen.Choose(-50_000, 2_000_000).ToArbitrary(), (activities, figure) =>
        {
            var symbols = new SymbolTable();
            var features = new FeatureFold(symbols).Fold([], activities);
            var scorer = new Scorer(model, symbols);
            var colleagues = Points.FromThousandths(figure);
            var acted = scorer.TryPoints(features, Build.Today, out var own);
            var both = scorer.TryPoints(features, Build.Today, out var points, new(colleagues));
            var explained = scorer.Explain(features, Build.Today, new(colleagues));
            return acted == both && (!acted || (points.Thousandths == own.Thousandths + model.Colleagues!.Of(colleagues).Thousandths
                && explained!.Points == points && explained.Contributions.Sum(one => one.Points.Thousandths) == points.Thousandths));
        }));
        Assert.Equal(Points.Zero, model.Colleagues!.Of(null));
        Assert.Null(Build.Pack.Colleagues);
    }

    [Fact]
    public void Whoever_ever_had_a_domain_is_found_and_nobody_else()
    {
        var symbols = new SymbolTable();
        var fold = new FeatureFold(symbols);
        var moved = fold.Fold([], [
            Build.Activity("registration", 9) with { EmailDomain = "acme.example" }, Build.Activity("email_change", 1) with { EmailDomain = "b.example" },
        ]);
        // The domain of a friend who was invited is not the member's own.
        var referrer = fold.Fold([], [Build.Activity("referral") with { EmailDomain = "acme.example" }]);
        var series = OwnDomains.SeriesOf(symbols, "acme.example");
        Assert.Equal((true, false, false), (OwnDomains.HasAny(moved, series), OwnDomains.HasAny(referrer, series), OwnDomains.HasAny([], series)));
        Assert.True(OwnDomains.HasAny(moved, OwnDomains.SeriesOf(symbols, "b.example")));
        Assert.Empty(OwnDomains.SeriesOf(symbols, "nobody.example"));
    }

    [Fact]
    public void A_model_can_have_its_own_rule()
    {
        const string Head = "model: m\nversion: 1\ntitle: T\ncurve: { half: 1 }\nsignals: [{ signal: s, title: T, why: W, kinds: [post], measure: count, weight: 1, cap: 5 }]\n";
        var rule = Build.Parse(Head + "company: { top: 2, public_domains: [free.example] }").Company;
        Assert.Equal((2, false, true), (rule.Top, rule.IsCompany("free.example"), rule.IsCompany("gmail.com")));
        Assert.Same(CompanyRule.Default, Build.Parse(Head).Company);
        Assert.Equal(
            [
                "company.top: is not a whole number from 1 to 100", "company.public_domains: item 0 is not a lower-case e-mail domain of at most 253 bytes",
                "company.public_domains: names a.b twice", "company.size: is not known here; known are top, public_domains",
            ],
            ModelDocument.Parse(Head + "company: { top: 0, public_domains: [A.b, a.b, a.b], size: 3 }").Violations.Select(v => $"{v.Field}: {v.Description}"));
    }

    private static CompanyRollup Rollup(params double[] points) => CompanyRollup.Of(
        _topThree, "a.example", points.Select((p, i) => new CompanyMember($"m{i}", Points.FromThousandths((long)Math.Round(p * 1000)))));
}
