using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo.Simulation;

public sealed class ActivityTests(DefaultCommunity simulated) : IClassFixture<DefaultCommunity>
{
    [Fact]
    public void Every_activity_keeps_to_the_wire_contract()
    {
        Assert.Empty(simulated.Activities.SelectMany(a => ActivityContract.Violations(a).Select(v => $"{a.Id}: {v}")));
    }

    [Theory]
    [InlineData(DemoOptions.FewestMembers, DemoOptions.FewestDays)]
    [InlineData(DemoOptions.FewestMembers, DemoOptions.MostDays)]
    [InlineData(3_000, DemoOptions.FewestDays)]
    public void It_does_so_at_the_bounds_of_the_options(int members, int days)
    {
        var community = new Community(new DemoOptions { Members = members, Days = days });

        Assert.Empty(community.Activities().SelectMany(ActivityContract.Violations));
    }

    [Fact]
    public void They_come_in_order_of_time_and_none_after_the_last_day()
    {
        var times = simulated.Activities.Select(a => a.OccurredAt.Seconds).ToArray();

        Assert.Equal(times.Order(), times);
        Assert.Equal(Community.LastDay, DateOnly.FromDateTime(simulated.Activities[^1].OccurredAt.ToDateTime()));
    }

    [Fact]
    public void Their_ids_are_unique()
    {
        Assert.Equal(simulated.Activities.Count, simulated.Activities.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public void A_member_registers_first_and_once()
    {
        var registered = new HashSet<string>();
        foreach (var activity in simulated.Activities)
        {
            if (activity.Kind == Kinds.Registration)
                Assert.True(registered.Add(activity.Member), activity.Id);
            else
                Assert.Contains(activity.Member, registered);
        }

        Assert.Equal(simulated.Community.Members.Count, registered.Count);
    }

    [Fact]
    public void A_member_leaves_only_groups_it_is_in_and_connects_with_nobody_twice()
    {
        var joined = new HashSet<(string, string)>();
        var connected = new HashSet<(string, string)>();
        foreach (var activity in simulated.Activities)
        {
            if (activity.Kind == Kinds.GroupJoin)
                Assert.True(joined.Add((activity.Member, activity.Group)), activity.Id);
            else if (activity.Kind == Kinds.GroupLeave)
                Assert.True(joined.Remove((activity.Member, activity.Group)), activity.Id);
            else if (activity.Kind == Kinds.Connection)
                Assert.True(connected.Add((activity.Member, activity.Peer)), activity.Id);
        }
    }

    [Fact]
    public void The_default_community_is_a_few_seconds_of_work_for_a_server()
    {
        Assert.InRange(simulated.Activities.Count, 100_000, 200_000);
    }
}
