using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Tests.Packs;

/// <summary>Each behaviour of the pack, from activities to contributions, with numbers worked out by hand.</summary>
public class CorporateCommunityTests
{
    [Fact]
    public void Tag_frequency_over_all_activity()
    {
        Activity Read(int daysAgo, string tag) => Build.Activity("page_view", daysAgo) with { Tags = [tag] };
        var activities = Enumerable.Repeat(Read(0, "cloud"), 4)
            .Append(Build.Activity("post") with { Tags = ["cloud"] })
            .Concat(Enumerable.Repeat(Read(30, "cloud"), 5))
            .Concat(Enumerable.Repeat(Read(0, "off-topic"), 5));
        // cloud 5 + 5/2 at 0.25, off-topic 5 at 0.1: x = 2.375; 10 log2(1.2375) = 3.074, shared 1.875 to 0.5.
        Assert.Equal(["cloud 7.5 2.427", "off-topic 5 0.647"], Lines("tag_interest", activities));
    }

    [Fact]
    public void Groups_joined()
    {
        Activity[] activities =
        [
            Build.Activity("group_join") with { Group = "product-x" },
            Build.Activity("group_join", 180) with { Group = "news" },
            Build.Activity("group_join", 10) with { Group = "left" },
            Build.Activity("group_leave", 1) with { Group = "left" },
        ];
        // product-x at 1, half of news at 0.25: 6 * 1.125.
        Assert.Equal(["product-x 1 6", "news 0.5 0.75"], Lines("groups_joined", activities));
    }

    [Fact]
    public void Content_posts_by_group()
    {
        Activity[] activities = [Build.Activity("question") with { Group = "product-x" }, Build.Activity("post")];
        // x = 1 + 0.5; 4 log2(2.5) = 5.288, shared 2 to 1.
        Assert.Equal(["product-x 1 3.525", " 1 1.763"], Lines("content_posts", activities));
    }

    [Fact]
    public void Comments() =>
        // x = 3 at 0.5; 2 log2(1.5).
        Assert.Equal([" 3 1.17"], Lines("content_comments", Enumerable.Repeat(Build.Activity("comment"), 3)));

    [Fact]
    public void Connections_by_role()
    {
        Activity Meet(string peer, string role, int daysAgo = 0) =>
            Build.Activity("connection", daysAgo) with { Peer = peer, PeerRole = role };
        Activity[] activities =
        [
            Meet("p1", "employee/product-management"),
            Meet("p1", "employee/product-management", 30),
            Meet("p2", "employee/customer-service"),
            Meet("p3", "employee/finance", 90),
            Meet("p4", ""),
        ];
        // x = 3 + 1 + 0.75/2 + 0.2 = 4.575; 6 log2(1 + 4.575/2) = 10.302.
        Assert.Equal(
            [
                "employee/product-management 1 6.755", "employee/customer-service 1 2.252", "employee/finance 0.5 0.845",
                " 1 0.45",
            ],
            Lines("connections_by_role", activities));
    }

    [Fact]
    public void Referrals_of_colleagues_and_others()
    {
        Activity Invite(string domain) => Build.Activity("referral") with { EmailDomain = domain };
        Activity[] activities =
        [
            Invite("own.example"), Invite("other.example"),
            Build.Activity("registration", 50) with { EmailDomain = "own.example" },
        ];
        // x = 3 + 1; 8 log2(5) = 18.575, shared 3 to 1.
        Assert.Equal(["own 1 13.931", "other 1 4.644"], Lines("referrals", activities));
    }

    [Fact]
    public void Profile_completeness()
    {
        Activity[] activities =
        [
            Build.Activity("profile_update", 700) with { ValueThousandths = 750 },
            Build.Activity("registration", 900) with { ValueThousandths = 250 },
        ];
        Assert.Equal([" 0.75 6"], Lines("profile_completeness", activities));
    }

    [Fact]
    public void Number_of_connections()
    {
        var activities = Enumerable.Range(0, 12).Select(i => Build.Activity("connection") with { Peer = $"p{i / 2}", PeerRole = $"r{i}" });
        // Six people, each twice; 2 log2(1 + 6/2).
        Assert.Equal([" 6 4"], Lines("connections", activities));
    }

    [Fact]
    public void Visits_per_month()
    {
        int[] daysAgo = [0, 0, 0, 1, 5, 10, 20, 29, 30, 31];
        // Six days in the window, which ends with the 29th day before today; 4 log2(1 + 6/2).
        Assert.Equal([" 6 8"], Lines("visits_per_month", daysAgo.Select(days => Build.Activity("visit", days))));
    }

    [Fact]
    public void Time_on_site_in_the_last_visit()
    {
        Activity[] activities =
        [
            Build.Activity("visit", 1) with { DurationMs = 5_000_000 },
            Build.Activity("visit") with { DurationMs = 600_000 },
        ];
        Assert.Equal([" 600 5"], Lines("last_visit_time", activities));
    }

    [Fact]
    public void Content_forwarded() =>
        // 5 log2(1 + 3).
        Assert.Equal([" 3 10"], Lines("content_forwarded", Enumerable.Repeat(Build.Activity("content_forward"), 3)));

    [Fact]
    public void Own_staff()
    {
        Activity Visit(int daysAgo, string staff) => Build.Activity("visit", daysAgo) with { Attributes = [new("staff", staff)] };
        Assert.Equal(["true 3 -150"], Lines("own_staff", Enumerable.Repeat(Visit(10, "true"), 3)));
        Assert.Equal(["false 1 0"], Lines("own_staff", [Visit(10, "false"), Visit(90, "true")]));
    }

    [Fact]
    public void Every_signal_has_a_test_here()
    {
        string[] tested =
        [
            "tag_interest", "groups_joined", "content_posts", "content_comments", "connections_by_role", "referrals",
            "profile_completeness", "connections", "visits_per_month", "last_visit_time", "content_forwarded", "own_staff",
        ];
        Assert.Equal(tested, Build.Pack.Signals.Select(signal => signal.Id));
    }

    [Fact]
    public void A_lurker_scores_low_and_a_shopper_high()
    {
        Assert.InRange(Build.Explain(Build.Pack, Lurker())!.Score, 1, 30);
        Assert.InRange(Build.Explain(Build.Pack, Shopper())!.Score, 65, 90);
    }

    [Fact]
    public void No_signal_reaches_fifty_alone() =>
        Assert.All(Build.Pack.Signals.Where(signal => signal.WeightThousandths > 0), signal => Assert.True(signal.Cap < Build.Pack.Curve.Scale, signal.Id));

    private static IEnumerable<Activity> Lurker()
    {
        yield return Build.Activity("registration", 200) with { ValueThousandths = 400, EmailDomain = "own.example" };
        yield return Build.Activity("group_join", 200) with { Group = "news" };
        foreach (var days in (int[])[2, 11, 23])
        {
            yield return Build.Activity("visit", days) with { DurationMs = 120_000 };
            yield return Build.Activity("page_view", days) with { Tags = ["cloud", "events"] };
        }
    }

    private static IEnumerable<Activity> Shopper()
    {
        yield return Build.Activity("registration", 90) with { ValueThousandths = 900, EmailDomain = "own.example" };
        foreach (var group in (string[])["product-x", "news"]) yield return Build.Activity("group_join", 30) with { Group = group };
        for (var days = 0; days < 42; days += 3)
        {
            yield return Build.Activity("visit", days) with { DurationMs = 900_000 };
            for (var page = 0; page < 5; page++)
                yield return Build.Activity("page_view", days, page) with { Tags = ["product-x", "pricing"] };
        }
        yield return Build.Activity("question", 4) with { Group = "product-x", Tags = ["product-x"] };
        yield return Build.Activity("connection", 9) with { Peer = "pm", PeerRole = "employee/product-management" };
        yield return Build.Activity("referral", 6) with { EmailDomain = "own.example" };
        yield return Build.Activity("content_forward", 3);
    }

    private static IEnumerable<string> Lines(string signal, IEnumerable<Activity> activities) =>
        Build.Explain(Build.Pack, activities)!.Contributions.Where(c => c.Signal == signal).Select(Build.Line);
}
