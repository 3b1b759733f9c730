using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Tests.Scores;

/// <summary>What each measure measures, with numbers worked out by hand.</summary>
public class MeasureTests
{
    [Fact]
    public void A_window_holds_its_days_and_today_is_one()
    {
        Activity[] posts = [Build.Activity("post"), Build.Activity("post", 6), Build.Activity("post", 7)];
        Expect("kinds: [post]\nmeasure: count\nwindow_days: 7\nweight: 1\ncap: 100", posts, " 2 2");
        Expect("kinds: [post]\nmeasure: count\nwindow_days: 1\nweight: 1\ncap: 100", posts, " 1 1");
        Expect("kinds: [post]\nmeasure: count\nweight: 1\ncap: 100", posts, " 3 3");
    }

    [Fact]
    public void A_half_life_halves()
    {
        Activity[] posts = [Build.Activity("post"), Build.Activity("post", 10), Build.Activity("post", 20), Build.Activity("post", 401)];
        Expect("kinds: [post]\nmeasure: count\nhalf_life_days: 10\nweight: 1\ncap: 100", posts, " 1.75 1.75");
    }

    [Fact]
    public void Behind_the_retention_only_all_time_counts()
    {
        Activity[] posts = [Build.Activity("post"), Build.Activity("post", 401), Build.Activity("post", 4000)];
        Expect("kinds: [post]\nmeasure: count\nweight: 1\ncap: 100", posts, " 3 3");
        Expect("kinds: [post]\nmeasure: count\nhalf_life_days: 400\nweight: 1\ncap: 100", posts, " 1 1");
        Expect("kinds: [post]\nmeasure: count\nwindow_days: 400\nweight: 1\ncap: 100", posts, " 1 1");
    }

    [Fact]
    public void Durations_add_up_in_seconds_and_by_tag()
    {
        Activity[] views =
        [
            Build.Activity("page_view") with { DurationMs = 1500, Tags = ["a", "b"] },
            Build.Activity("page_view") with { DurationMs = 500, Tags = ["a"] },
        ];
        Expect("kinds: [page_view]\nmeasure: duration_seconds\nweight: 1\ncap: 100", views, " 2 2");
        Expect("kinds: [page_view]\nmeasure: duration_seconds\nfacet: tag\nweight: 1\ncap: 100", views, "a 2 2", "b 1.5 1.5");
    }

    [Fact]
    public void Values_add_up_with_their_signs()
    {
        Activity[] votes = [Vote(1000), Vote(1000), Vote(-5000)];
        Expect("kinds: [vote_received]\nmeasure: value\nweight: 2\ncap: 100", votes, " -3 -6");
        Expect("kinds: [vote_received]\nmeasure: value\nweight: 2\ncap: 5", votes, " -3 -5");
        Expect("kinds: [vote_received]\nmeasure: value\nweight: -2\ncap: 100", votes, " -3 6");

        static Activity Vote(long thousandths) => Build.Activity("vote_received") with { ValueThousandths = thousandths };
    }

    [Fact]
    public void A_peer_counts_once_by_the_latest_activity()
    {
        Activity[] activities =
        [
            Build.Activity("connection", 10) with { Peer = "p", PeerRole = "r" },
            Build.Activity("comment", 0) with { Peer = "p" },
            Build.Activity("connection", 10) with { Peer = "q", PeerRole = "r" },
        ];
        const string Lines = "kinds: [connection, comment]\nmeasure: distinct_peers\nhalf_life_days: 10\nweight: 1\ncap: 100";
        Expect(Lines, activities, " 1.5 1.5");
        Expect(Lines + "\nfacet: peer_role", activities, " 1 1", "r 1 1");
    }

    [Fact]
    public void A_day_counts_once_whatever_was_done()
    {
        Activity[] activities =
        [
            Build.Activity("post"), Build.Activity("post"), Build.Activity("visit"), Build.Activity("visit", 3),
            Build.Activity("visit", 30),
        ];
        Expect("kinds: [post, visit]\nmeasure: active_days\nwindow_days: 30\nweight: 1\ncap: 100", activities, " 2 2");
        Expect("kinds: [post, visit]\nmeasure: active_days\nhalf_life_days: 3\nweight: 1\ncap: 100", activities, " 1.5009765625 1.501");
    }

    [Fact]
    public void The_latest_value_is_the_latest_known_and_at_one_time_the_greater()
    {
        const string Lines = "kinds: [profile_update]\nmeasure: latest_value\nweight: 1\ncap: 100";
        Expect(Lines, [Update(500, 3), Update(900, 4), Build.Activity("profile_update")], " 0.5 0.5");
        Expect(Lines, [Update(500, 3), Update(900, 3)], " 0.9 0.9");
        Expect(Lines, [Update(-500, 900), Update(700, 901), Build.Activity("post")], " -0.5 -0.5");
        Expect(Lines + "\nhalf_life_days: 3", [Update(500, 3)], " 0.25 0.25");

        static Activity Update(long thousandths, int daysAgo) =>
            Build.Activity("profile_update", daysAgo) with { ValueThousandths = thousandths };
    }

    [Fact]
    public void A_membership_is_what_was_joined_and_not_left()
    {
        const string Lines = "kinds: [group_join]\nends: [group_leave]\nfacet: group\nmeasure: membership\nweight: 1\ncap: 100";
        Expect(Lines, [Join(5)], "g 1 1");
        Expect(Lines, [Join(5), Leave(4)]);
        Expect(Lines, [Leave(4), Join(3), Join(5)], "g 1 1");
        Expect(Lines, [Join(5), Leave(5)]);
        Expect(Lines, [Join(900), Leave(800), Join(700)], "g 1 1");
        Expect(Lines, [Join(900), Leave(800), Join(850), Build.Activity("post")]);
        Assert.Equal(["g 1 1"], Build.Lines(Build.Explain(Build.OneSignal(Lines), [Join(5), Leave(3)], daysAgo: 4)));

        static Activity Join(int daysAgo) => Build.Activity("group_join", daysAgo) with { Group = "g" };
        static Activity Leave(int daysAgo) => Build.Activity("group_leave", daysAgo) with { Group = "g" };
    }

    [Fact]
    public void What_has_no_facet_counts_under_the_empty_one()
    {
        const string Lines = "kinds: [post]\nfacet: group\nmeasure: count\nweight: 1\ncap: 100";
        Activity[] posts = [Build.Activity("post"), Build.Activity("post") with { Group = "g" }, Build.Activity("post") with { Group = "g" }];
        Expect(Lines, posts, "g 2 2", " 1 1");
        Expect(Lines + "\nfacet_weights: { \"\": 0 }", posts, "g 2 2", " 1 0");
    }

    [Fact]
    public void Attributes_are_told_apart_by_name()
    {
        Activity[] posts = [Build.Activity("post") with { Attributes = [new("plan", "a=b"), new("planet", "x")] }, Build.Activity("post")];
        Expect("kinds: [post]\nfacet: attribute.plan\nmeasure: count\nweight: 1\ncap: 100", posts, "a=b 1 1");
    }

    [Fact]
    public void The_own_domain_is_that_of_the_day_and_may_be_told_late()
    {
        const string Lines = "kinds: [referral]\nfacet: email_domain_relation\nmeasure: count\nweight: 1\ncap: 100";
        Activity[] activities =
        [
            Build.Activity("referral", 9) with { EmailDomain = "old.example" },
            Build.Activity("referral", 9) with { EmailDomain = "old.example" },
            Build.Activity("referral", 9) with { EmailDomain = "new.example" },
            Build.Activity("referral", 9),
            Build.Activity("registration", 20) with { EmailDomain = "old.example" },
            Build.Activity("email_change", 2) with { EmailDomain = "new.example" },
        ];
        Expect(Lines, activities, "other 3 3", "own 1 1");
        Assert.Equal(["other 2 2", "own 2 2"], Build.Lines(Build.Explain(Build.OneSignal(Lines), activities, daysAgo: 3)));
        Expect(Lines, activities[..4], "other 4 4");
    }

    [Fact]
    public void Of_two_own_domains_of_one_time_the_first_in_ordinal_order_is_taken()
    {
        const string Lines = "kinds: [referral]\nfacet: email_domain_relation\nmeasure: count\nweight: 1\ncap: 100";
        Activity[] told = [Tell("b.example"), Tell("a.example")];
        var referral = Build.Activity("referral") with { EmailDomain = "a.example" };
        Expect(Lines, [.. told, referral], "own 1 1");
        Expect(Lines, [.. told.Reverse(), referral], "own 1 1");

        static Activity Tell(string domain) => Build.Activity("email_change") with { EmailDomain = domain };
    }

    [Fact]
    public void Weights_that_take_are_capped_apart_from_those_that_give()
    {
        Activity[] posts =
        [
            .. Enumerable.Repeat(Build.Activity("post") with { Tags = ["good"] }, 30),
            .. Enumerable.Repeat(Build.Activity("post") with { Tags = ["bad"] }, 4),
        ];
        Expect(
            "kinds: [post]\nfacet: tag\nmeasure: count\nweight: 1\ncap: 10\nfacet_weights: { bad: -1.5 }", posts,
            "good 30 10", "bad 4 -6");
    }

    [Fact]
    public void Before_the_first_activity_there_is_no_score()
    {
        Activity[] posts = [Build.Activity("post", 5), Build.Activity("post", 800)];
        var model = Build.OneSignal("kinds: [post]\nmeasure: count\nweight: 1\ncap: 100");
        Assert.Null(Build.Explain(model, posts, daysAgo: 801));
        Assert.Equal([" 1 1"], Build.Lines(Build.Explain(model, posts, daysAgo: 6)));
        Assert.Null(Build.Explain(model, []));
    }

    private static void Expect(string lines, Activity[] activities, params string[] contributions) =>
        Assert.Equal(contributions, Build.Lines(Build.Explain(Build.OneSignal(lines), activities)));
}
