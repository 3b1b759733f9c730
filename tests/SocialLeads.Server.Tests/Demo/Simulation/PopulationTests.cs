using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo.Simulation;

public sealed class PopulationTests
{
    private static readonly IReadOnlyList<SimulatedMember> _default = new Community(new DemoOptions()).Members;

    [Fact]
    public void Most_are_browsers_and_few_are_interested()
    {
        var counts = _default.CountBy(m => m.Intent).ToDictionary();

        Assert.Equal(70, counts[Intent.Shopper]);
        Assert.Equal(40, counts[Intent.Talker]);
        Assert.Equal(140, counts[Intent.Customer]);
        Assert.Equal(60, counts[Intent.Lapsed]);
        Assert.Equal(30, counts[Intent.Employee]);
        Assert.Equal(10, counts[Intent.JobSeeker]);
        Assert.Equal(2, counts[Intent.Bot]);
        Assert.Equal(1_648, counts[Intent.Browser]);
    }

    [Fact]
    public void The_smallest_community_has_every_intent()
    {
        var members = new Community(new DemoOptions { Members = DemoOptions.FewestMembers }).Members;

        Assert.Equal(Enum.GetValues<Intent>(), members.Select(m => m.Intent).Distinct().Order());
    }

    [Fact]
    public void Ids_are_unique_also_when_there_are_more_members_than_names()
    {
        var members = new Community(new DemoOptions { Members = 20_000, Days = DemoOptions.FewestDays }).Members;

        Assert.Equal(members.Count, members.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public void Shoppers_began_to_look_in_the_last_weeks_and_still_do()
    {
        Assert.All(_default.Where(m => m.Intent == Intent.Shopper), m =>
        {
            Assert.InRange(m.Interest!.FirstDay, 90 - 48, 90 - 10);
            Assert.Equal(89, m.Interest.LastDay);
        });
    }

    [Fact]
    public void The_lapsed_had_stopped_looking_two_months_ago()
    {
        Assert.All(_default.Where(m => m.Intent == Intent.Lapsed), m =>
        {
            Assert.InRange(m.Interest!.LastDay, 25, 35);
            Assert.Equal(m.Interest.LastDay + 1, m.FadesOn);
        });
    }

    [Fact]
    public void Some_browsers_are_curious_for_a_few_days()
    {
        var curious = _default.Where(m => m is { Intent: Intent.Browser, Interest: not null }).ToArray();

        Assert.InRange(curious.Length, 60, 140);
        Assert.All(curious, m => Assert.InRange(m.Interest!.LastDay - m.Interest.FirstDay, 2, 9));
    }

    [Fact]
    public void Colleagues_who_look_together_share_a_domain_and_join_the_day_after_they_are_invited()
    {
        var founders = _default.Where(m => m.InvitesColleagueOn.Count > 0).ToArray();

        Assert.InRange(founders.Length, 5, 15);
        Assert.All(founders, founder =>
        {
            Assert.Equal(Intent.Shopper, founder.Intent);
            Assert.All(founder.InvitesColleagueOn, day => Assert.Contains(
                _default, m => m.EmailDomain == founder.EmailDomain && m.JoinDay == day + 1));
        });
    }

    [Fact]
    public void Not_everybody_who_comes_along_is_interested()
    {
        var domains = _default.Where(m => m.InvitesColleagueOn.Count > 0).Select(m => m.EmailDomain).ToHashSet();

        Assert.Contains(_default, m => m.Intent == Intent.Browser && m.JoinDay > 0 && domains.Contains(m.EmailDomain));
    }

    [Fact]
    public void Only_employees_have_the_companys_domain()
    {
        Assert.All(_default, m => Assert.Equal(m.Intent == Intent.Employee, m.EmailDomain == Site.EmployeeDomain));
    }
}
