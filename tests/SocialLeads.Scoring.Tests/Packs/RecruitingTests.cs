using System.Globalization;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Packs;

/// <summary>Each behaviour of the pack, from activities to contributions, with numbers worked out by hand.</summary>
public class RecruitingTests
{
    private static readonly ScoringModel _pack = ModelPacks.Load().Single(model => model.Id == "recruiting");

    [Fact]
    public void Recommendations_of_the_last_thirty_days_more_for_more()
    {
        Activity Recommended(int daysAgo) => Build.Activity("recommendation", daysAgo) with { Peer = "p" };
        // 8 log2(1 + 3); the thirty days end with the 29th before today.
        Assert.Equal([" 3 16"], Lines("recommendations_updated", Recommended(0), Recommended(10), Recommended(29), Recommended(30)));
        // Five of twenty on one day: 8 log2(6) = 20.68.
        Assert.Equal([" 5 20.68"], Lines("recommendations_updated", [.. Enumerable.Repeat(Recommended(0), 20)]));
    }

    [Fact]
    public void A_dramatic_change_of_the_pattern_of_use()
    {
        // One visit a week for twelve weeks, then one a day for two: r = 12.5, p = 12/14, and P(X >= 14) = 1.889 * 10^-6 (added up
        // term by term by an independent program) is 5.7237 nines, 2.7237 beyond three.
        Activity[] activities =
        [
            Build.Activity("registration", 300), .. from week in Enumerable.Range(2, 12) select Build.Activity("visit", week * 7),
            .. from day in Enumerable.Range(0, 14) select Build.Activity("visit", day),
        ];
        Assert.Equal(["2.7237 10.895"], Lines("use_changed", activities).Select(Rounded));
        Assert.Empty(Lines("use_changed", activities[..^10]));
    }

    [Fact]
    public void The_last_position_changed_or_ended()
    {
        Activity Changed(string what, int daysAgo = 0) => Build.Activity("position_update", daysAgo) with { Attributes = [new("changed", what)] };
        // 3 + half of 1: 10 log2(1 + 3.5/2) = 14.594, shared 6 to 1. A second save of the day and a new logo count nothing.
        Assert.Equal(
            ["end_date 1 12.509", "description 0.5 2.085", "logo 1 0"],
            Lines("position_changed", Changed("end_date"), Changed("end_date"), Changed("description", 45), Changed("logo")));
    }

    [Fact]
    public void The_profile_description_changed()
    {
        Activity Changed(string what) => Build.Activity("profile_update") with { Attributes = [new("changed", what)] };
        // 8 log2(1 + 1).
        Assert.Equal([" 1 8"], Lines("profile_description_changed", Changed("description"), Changed("description"), Changed("photo")));
    }

    [Fact]
    public void The_e_mail_address_changed() =>
        // One, a half-life old, is a half: 16 * 0.5 / 1.5.
        Assert.Equal([" 0.5 5.333"], Lines("email_changed", Build.Activity("email_change", 60) with { EmailDomain = "home.example" }));

    [Fact]
    public void Putting_the_profile_in_order_is_capped_together()
    {
        Activity Changed(string kind, string what, int daysAgo) => Build.Activity(kind, daysAgo) with { Attributes = [new("changed", what)] };
        var explanation = Build.Explain(_pack, [
            .. Enumerable.Range(0, 10).Select(day => Changed("position_update", "end_date", day)),
            .. Enumerable.Range(0, 10).Select(day => Changed("profile_update", "description", day)),
            .. Enumerable.Range(0, 10).Select(day => Build.Activity("email_change", day)),
        ])!;
        // 24 + 12 + 12 are 48; capped at 36 each gives three quarters.
        Assert.Equal("36", explanation.Points.ToString());
        Assert.Equal(["18", "9", "9"], explanation.Contributions.Select(c => c.Points.ToString()));
    }

    [Fact]
    public void Many_new_connection_invitations()
    {
        Activity[] Invite(int people) => [.. from i in Enumerable.Range(0, 2 * people) select Build.Activity("connection_invitation", i % 30) with { Peer = $"p{i / 2}" }];
        Assert.Empty(Lines("connection_invitations", Invite(7)));
        // 6 log2(1 + 12/4).
        Assert.Equal([" 12 12"], Lines("connection_invitations", Invite(12)));
    }

    [Fact]
    public void The_jobs_page_opened()
    {
        Activity View(int daysAgo, string tag) => Build.Activity("page_view", daysAgo) with { Tags = [tag] };
        // Today and half of three weeks ago: 8 log2(1 + 1.5 + 1) = 14.459, shared 3 to 2.
        Assert.Equal(
            ["jobs 1.5 8.675", "careers 1 5.784", "news 1 0"],
            Lines("jobs_page", View(0, "jobs"), View(0, "jobs"), View(21, "jobs"), View(0, "careers"), View(0, "news")));
    }

    [Fact]
    public void Groups_joined_more_points_for_more()
    {
        Activity Join(string group, int daysAgo) => Build.Activity("group_join", daysAgo) with { Group = group };
        Assert.Equal(
            ["a 1 3", "b 0.5 1.5"],
            Lines("groups_joined", Join("a", 0), Join("b", 90), Join("c", 5), Build.Activity("group_leave", 4) with { Group = "c" }));
    }

    [Fact]
    public void Began_to_ask_and_answer()
    {
        var registered = Build.Activity("registration", 365);
        // 2.1557 nines (see the tests of onsets) less 1.5 times 8; one alone is within chance.
        Assert.Equal(["0.6557 5.245"], Lines("began_to_post", registered, Build.Activity("question", 20), Build.Activity("answer", 3)).Select(Rounded));
        Assert.Empty(Lines("began_to_post", registered, Build.Activity("answer", 3)));
        Assert.Empty(Lines("began_to_post", registered, Build.Activity("question", 100), Build.Activity("question", 20), Build.Activity("answer", 3)));
    }

    [Fact]
    public void Other_employees_of_the_company_score_high()
    {
        var symbols = new SymbolTable();
        var fold = new FeatureFold(symbols);
        var scorer = new Scorer(_pack, symbols, tellsOwnDomain: true);
        // Each has 3 recommendations, 16 points; four of them work at the same company, and one has a public address.
        var members = Enumerable.Range(0, 5).Select(i => (
            Id: $"m{i}",
            Features: fold.Fold([], [
                .. Enumerable.Repeat(Build.Activity("recommendation"), 3),
                Build.Activity("registration", 99) with { EmailDomain = i < 4 ? "acme.example" : "gmail.com" },
            ]))).ToList();
        var own = members.Select(one => scorer.TryPoints(one.Features, Build.Today, out var points)
            ? (Domain: scorer.OwnDomain, Member: new CompanyMember(one.Id, points)) : default).ToList();
        var acme = Assert.Single(own.Where(one => _pack.Company.IsCompany(one.Domain)).GroupBy(one => one.Domain)
            .Select(company => CompanyRollup.Of(_pack.Company, company.Key, company.Select(one => one.Member))));
        // Three colleagues with 16 points and two that are not there: 48 / 5 = 9.6; 16 * 9.6 / 34.6 = 4.439.
        Assert.Equal("12.8", acme.Points.ToString());
        var explanation = scorer.Explain(members[0].Features, Build.Today, new(acme.ColleaguesOf("m0")))!;
        Assert.Equal([" 9.6 4.439"], explanation.Contributions.Where(c => c.Signal == "colleagues_stir").Select(Build.Line));
    }

    [Fact]
    public void Every_signal_has_a_test_here()
    {
        string[] tested =
        [
            "recommendations_updated", "use_changed", "position_changed", "profile_description_changed", "email_changed",
            "connection_invitations", "jobs_page", "groups_joined", "began_to_post", "colleagues_stir",
        ];
        Assert.Equal(tested, _pack.Signals.Select(signal => signal.Id));
    }

    [Fact]
    public void No_signal_reaches_fifty_alone() => Assert.All(_pack.Signals, signal => Assert.True(signal.Cap < _pack.Curve.Scale, signal.Id));

    private static IEnumerable<string> Lines(string signal, params Activity[] activities) =>
        Build.Explain(_pack, activities)!.Contributions.Where(c => c.Signal == signal).Select(Build.Line);

    /// <summary>A line whose measured value has four digits after the point.</summary>
    private static string Rounded(string line) =>
        line.Split(' ') is [_, var measured, var points] ? $"{double.Parse(measured, CultureInfo.InvariantCulture):0.0000} {points}" : line;
}
