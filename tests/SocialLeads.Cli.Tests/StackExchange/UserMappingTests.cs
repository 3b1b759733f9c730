using Google.Protobuf.WellKnownTypes;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class UserMappingTests
{
    [Fact]
    public async Task A_user_registers_at_the_creation_date_read_as_UTC()
    {
        using var dump = new SmallDump();
        var first = (await dump.ReadAsync("registration"))[0];
        Assert.Equal("se:user:1", first.Id);
        Assert.Equal("1", first.Member);
        Assert.Equal(Timestamp.FromDateTime(new DateTime(2018, 3, 9, 19, 11, 0, 57, DateTimeKind.Utc)), first.OccurredAt);
    }

    [Fact]
    public async Task The_last_access_is_a_visit_whose_id_carries_its_time()
    {
        using var dump = new SmallDump();
        var visit = (await dump.ReadAsync("visit"))[0];
        Assert.Equal("se:visit:1:1525973491147", visit.Id);
        Assert.Equal(new DateTime(2018, 5, 10, 17, 31, 31, 147, DateTimeKind.Utc), visit.OccurredAt.ToDateTime());
    }

    [Theory]
    [InlineData("AboutMe=\"x\"", 0.333)]
    [InlineData("AboutMe=\"x\" Location=\"y\"", 0.667)]
    [InlineData("AboutMe=\"x\" Location=\"y\" WebsiteUrl=\"z\"", 1)]
    [InlineData("AboutMe=\"x\" Location=\"  \" WebsiteUrl=\"\"", 0.333)]
    public async Task The_profile_is_the_fraction_filled_in_dated_at_the_last_access(string filled, double completeness)
    {
        using var dump = new SmallDump(users: $"""
            <row Id="1" CreationDate="2018-03-09T19:11:00.057" LastAccessDate="2018-05-10T17:31:31.147" {filled} />
            """);
        var profile = Assert.Single(await dump.ReadAsync("profile_update"));
        Assert.Equal(completeness, profile.Value);
        Assert.Equal(new DateTime(2018, 5, 10, 17, 31, 31, 147, DateTimeKind.Utc), profile.OccurredAt.ToDateTime());
    }

    [Fact]
    public async Task An_empty_profile_and_the_community_user_are_reported_and_not_sent()
    {
        using var dump = new SmallDump();
        var activities = await dump.ReadAsync();
        Assert.DoesNotContain(activities, activity => activity.Activity.Member == "-1");
        Assert.DoesNotContain(activities, activity => activity.Activity.Kind == "profile_update");
        Assert.Contains(("the community user (-1) is not a member", 1), dump.Skipped("Users.xml"));
        Assert.Contains(("no profile_update: nothing is filled in", 3), dump.Skipped("Users.xml"));
    }

    [Fact]
    public async Task Missing_and_unreadable_attributes_cost_only_what_needs_them()
    {
        using var dump = new SmallDump(posts: "", users:
            """
            <row CreationDate="2018-03-09T19:11:00.057" />
            <row Id="soon" CreationDate="2018-03-09T19:11:00.057" />
            <row Id="1" CreationDate="yesterday" LastAccessDate="2018-05-10T17:31:31" />
            <row Id="2" CreationDate="2018-03-09" />
            """);
        var kinds = (await dump.ReadAsync()).Select(activity => (activity.Activity.Member, activity.Activity.Kind));
        Assert.Equal([("1", "visit"), ("2", "registration")], kinds);
        Assert.Equal(
            [
                ("without a readable Id", 2), ("no registration: without a readable CreationDate", 1),
                ("no profile_update: nothing is filled in", 2), ("no visit: without a readable LastAccessDate", 1),
            ],
            dump.Skipped("Users.xml"));
    }

    [Fact]
    public async Task Names_and_addresses_of_people_are_never_sent()
    {
        using var dump = new SmallDump(posts: "", users:
            """
            <row Id="1" CreationDate="2018-03-09T19:11:00.057" LastAccessDate="2018-05-10T17:31:31" DisplayName="Ada L." AboutMe="I am Ada" Location="London" WebsiteUrl="https://ada.example" />
            """);
        var sent = string.Concat((await dump.ReadAsync()).Select(activity => activity.Activity.ToString()));
        Assert.DoesNotContain("Ada", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("London", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("ada.example", sent, StringComparison.Ordinal);
    }
}
