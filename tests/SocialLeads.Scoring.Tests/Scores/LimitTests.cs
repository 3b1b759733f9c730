using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>What limits let count, with numbers worked out by hand.</summary>
public class LimitTests
{
    [Fact]
    public void A_robots_thousand_page_views_in_a_day_count_as_five()
    {
        Activity[] views = [.. Enumerable.Repeat(Build.Activity("page_view"), 1000), .. Enumerable.Repeat(Build.Activity("page_view", 1), 3)];
        Expect("kinds: [page_view]\nmeasure: count\nwindow_days: 30\nper_day: 5\nweight: 1\ncap: 9999", views, " 8 8");
    }

    [Fact]
    public void Each_kind_has_a_days_limit_of_its_own()
    {
        Activity[] activities = [.. Enumerable.Repeat(Build.Activity("post"), 4), .. Enumerable.Repeat(Build.Activity("answer"), 4)];
        Expect("kinds: [post, answer]\nmeasure: count\nwindow_days: 30\nper_day: 3\nweight: 1\ncap: 99", activities, " 6 6");
    }

    [Fact]
    public void A_days_limit_holds_for_each_facet_and_for_what_has_none()
    {
        Activity Post(string group, int daysAgo) => Build.Activity("post", daysAgo) with { Group = group };
        Activity[] posts =
        [
            .. Enumerable.Repeat(Post("a", 0), 5), .. Enumerable.Repeat(Post("", 0), 4), Post("b", 0),
            .. Enumerable.Repeat(Post("", 30), 3),
        ];
        // Of the ungrouped 2 of today's 4, and 2 of the 3 that are one half-life old, at one half.
        Expect(
            "kinds: [post]\nfacet: group\nmeasure: count\nhalf_life_days: 30\nper_day: 2\nweight: 1\ncap: 99", posts,
            " 3 3", "a 2 2", "b 1 1");
    }

    [Fact]
    public void Of_referrals_the_own_domain_has_a_limit_and_all_others_have_one_together()
    {
        Activity Invite(string domain) => Build.Activity("referral") with { EmailDomain = domain };
        Activity[] activities =
        [
            .. Enumerable.Repeat(Invite("own.example"), 3), .. Enumerable.Repeat(Invite("x.example"), 2), Invite("y.example"), Invite(""),
            Build.Activity("registration", 9) with { EmailDomain = "own.example" },
        ];
        Expect(
            "kinds: [referral]\nfacet: email_domain_relation\nmeasure: count\nwindow_days: 30\nper_day: 2\nweight: 1\ncap: 99\nfacet_weights: { own: 10 }",
            activities, "own 2 20", "other 2 2");
    }

    [Fact]
    public void Seconds_of_a_day_are_limited()
    {
        Activity View(int daysAgo, long ms) => Build.Activity("page_view", daysAgo) with { DurationMs = ms, Tags = ["t"] };
        Expect(
            "kinds: [page_view]\nfacet: tag\nmeasure: duration_seconds\nwindow_days: 30\nper_day: 600\nweight: 0.01\ncap: 99",
            [View(0, 500_000), View(0, 500_000), View(1, 30_500)], "t 630.5 6.305");
    }

    [Fact]
    public void Ten_likes_from_one_friend_are_one_like()
    {
        Activity Like(string peer, int daysAgo = 0) => Build.Activity("like", daysAgo) with { Peer = peer, PeerRole = peer + "'s" };
        const string Lines = "kinds: [like]\nmeasure: count\nhalf_life_days: 10\nweight: 1\ncap: 99\nper_person: ";
        Activity[] likes = [.. Enumerable.Repeat(Like("ann", 10), 10), Like("bob"), Build.Activity("like")];
        // Ann's latest is one half-life old; the like of nobody does not count.
        Expect(Lines + "1", likes, " 1.5 1.5");
        Expect(Lines + "3", [.. likes, Like("ann")], " 3 3");
        Expect(Lines + "3\nfacet: peer_role", [.. likes, Like("ann")], "ann's 2 2", "bob's 1 1");
    }

    [Fact]
    public void A_signal_waits_for_its_days()
    {
        const string Lines = "kinds: [visit, post]\nmeasure: count\nwindow_days: 10\nmin_days: 3\nweight: 1\ncap: 99";
        Activity[] visits = [.. Enumerable.Repeat(Build.Activity("visit"), 50), Build.Activity("visit", 9), Build.Activity("visit", 10)];
        Expect(Lines, visits);
        Expect(Lines, [.. visits, Build.Activity("post", 5)], " 52 52");
    }

    [Fact]
    public void Days_count_only_when_their_facet_does()
    {
        Activity Post(string group, int daysAgo) => Build.Activity("post", daysAgo) with { Group = group };
        const string Lines = "kinds: [post]\nfacet: group\nmeasure: count\nwindow_days: 10\nmin_days: 2\nweight: 1\ncap: 99\nfacet_weights: { off-topic: 0 }";
        Expect(Lines, [Post("a", 0), Post("off-topic", 1), Post("off-topic", 2)]);
        Expect(Lines, [Post("a", 0), Post("off-topic", 1), Post("", 1)], " 1 1", "a 1 1", "off-topic 1 0");
    }

    [Fact]
    public void A_signal_waits_for_its_people()
    {
        Activity Comment(string peer, int daysAgo = 0, string role = "") => Build.Activity("comment", daysAgo) with { Peer = peer, PeerRole = role };
        const string Lines = "kinds: [comment]\nmeasure: count\nwindow_days: 10\nmin_people: 2\nweight: 1\ncap: 99";
        Activity[] comments = [Comment("a"), Comment("a", 1, "customer"), Comment("a", 2), Comment("b", 10), Comment("")];
        Expect(Lines, comments);
        Expect(Lines, [.. comments, Comment("b", 9)], " 5 5");
    }

    [Fact]
    public void A_condition_counts_what_has_the_value()
    {
        Activity Visit(int daysAgo, string device) => Build.Activity("visit", daysAgo) with { Attributes = [new("device", device)] };
        Activity[] visits = [Visit(0, "mobile"), Visit(0, "mobile"), Visit(1, "mobile"), Visit(2, "desktop"), Build.Activity("visit")];
        const string Where = "kinds: [visit]\nwhere: { attribute: device, is: mobile }\nwindow_days: 30\nweight: 1\ncap: 99\nmeasure: ";
        Expect(Where + "count", visits, " 3 3");
        Expect(Where + "active_days", visits, " 2 2");
        Expect(Where + "count\nper_day: 1\nmin_days: 2", visits, " 2 2");
    }

    private static void Expect(string lines, Activity[] activities, params string[] contributions) =>
        Assert.Equal(contributions, Build.Lines(Build.Explain(Build.OneSignal(lines), activities)));
}
