using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo.Simulation;

/// <summary>The ten behaviours of a corporate community are all there, in a form a model can count.</summary>
public sealed class BehaviourTests(DefaultCommunity simulated) : IClassFixture<DefaultCommunity>
{
    [Fact]
    public void Tags_are_on_pages_and_on_what_is_written()
    {
        foreach (var kind in new[] { Kinds.PageView, Kinds.Post, Kinds.Question, Kinds.Answer, Kinds.Comment })
        {
            Assert.All(simulated.OfKind(kind), a => Assert.NotEmpty(a.Tags));
            Assert.Equal(Site.Tags.Order(), simulated.OfKind(kind).SelectMany(a => a.Tags).Distinct().Order());
        }
    }

    [Fact]
    public void Groups_are_joined_and_left()
    {
        Assert.Equal(Site.Groups.Order(), simulated.OfKind(Kinds.GroupJoin).Select(a => a.Group).Distinct().Order());
        Assert.NotEmpty(simulated.OfKind(Kinds.GroupLeave));
    }

    [Fact]
    public void Posts_are_written_in_groups()
    {
        Assert.Equal(Site.Groups.Order(), simulated.OfKind(Kinds.Post).Select(a => a.Group).Distinct().Order());
        Assert.All(simulated.OfKind(Kinds.Post), a => Assert.NotEmpty(a.Text));
    }

    [Fact]
    public void Connections_are_made_with_employees_of_every_department_customers_and_members()
    {
        var roles = simulated.OfKind(Kinds.Connection).Select(a => a.PeerRole).Distinct();

        Assert.Equal(Site.Departments.Select(d => "employee/" + d).Concat(["customer", "member"]).Order(), roles.Order());
    }

    [Fact]
    public void A_peers_role_is_the_same_whoever_names_it()
    {
        var roles = simulated.Community.Members.ToDictionary(m => m.Id, m => m.Role);

        Assert.All(simulated.Activities.Where(a => a.Peer.Length > 0), a => Assert.Equal(roles[a.Peer], a.PeerRole));
    }

    [Fact]
    public void Friends_are_referred_from_the_members_own_domain_and_from_others()
    {
        var domains = simulated.Community.Members.ToDictionary(m => m.Id, m => m.EmailDomain);
        var own = simulated.OfKind(Kinds.Referral).Count(a => a.EmailDomain == domains[a.Member]);

        Assert.InRange(own, 20, simulated.OfKind(Kinds.Referral).Count() - 20);
    }

    [Fact]
    public void Profiles_are_filled_in_bit_by_bit_and_never_beyond_1()
    {
        foreach (var updates in simulated.OfKind(Kinds.ProfileUpdate).GroupBy(a => a.Member))
        {
            var values = updates.Select(a => a.Value).ToArray();
            Assert.Equal(values.Order(), values);
            Assert.InRange(values[0], 0.1, 0.65);
            Assert.InRange(values[^1], values[0], 1.0);
        }

        Assert.Contains(simulated.OfKind(Kinds.ProfileUpdate), a => a.Value == 1.0);
    }

    [Fact]
    public void Visits_last_as_long_as_their_pages_take()
    {
        Assert.All(simulated.OfKind(Kinds.Visit), a => Assert.InRange(a.Duration.Seconds, 0, 86_400));
        var visits = simulated.OfKind(Kinds.Visit).Sum(a => a.Duration.Seconds);
        var pages = simulated.OfKind(Kinds.PageView).Sum(a => a.Duration.Seconds);
        Assert.InRange(pages, visits / 2, visits);
    }

    [Fact]
    public void Content_is_forwarded()
    {
        Assert.InRange(simulated.OfKind(Kinds.ContentForward).Count(), 100, 10_000);
    }

    [Fact]
    public void Registrations_tell_the_domain_and_never_an_address()
    {
        Assert.All(simulated.OfKind(Kinds.Registration), a => Assert.EndsWith(".example", a.EmailDomain, StringComparison.Ordinal));
    }
}
