using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class BadgeMappingTests
{
    [Fact]
    public async Task A_badge_has_its_name_and_class_as_attributes()
    {
        using var dump = new SmallDump(badges: """<row Id="9" UserId="1" Name="Nice Question" Date="2018-03-12T16:59:28.317" Class="3" TagBased="False" />""");
        var badge = Assert.Single(await dump.ReadAsync("badge"));
        Assert.Equal(("se:badge:9", "1"), (badge.Id, badge.Member));
        Assert.Equal("Nice Question", badge.Attributes["badge"]);
        Assert.Equal("bronze", badge.Attributes["badge_class"]);
        Assert.Empty(badge.Tags);
    }

    [Fact]
    public async Task A_badge_for_a_tag_counts_by_the_tag()
    {
        using var dump = new SmallDump(badges: """<row Id="9" UserId="1" Name="gates" Date="2018-03-12T16:59:28.317" Class="1" TagBased="True" />""");
        Assert.Equal(["gates"], Assert.Single(await dump.ReadAsync("badge")).Tags);
    }

    [Fact]
    public async Task Badges_of_nobody_and_without_a_name_are_reported()
    {
        using var dump = new SmallDump(badges:
            """
            <row Id="1" UserId="-1" Name="x" Date="2018-03-12T16:59:28.317" />
            <row Id="2" UserId="1" Date="2018-03-12T16:59:28.317" />
            <row Id="3" UserId="1" Name="x" />
            """);
        Assert.Empty(await dump.ReadAsync("badge"));
        Assert.Equal(
            [("of the community user (-1)", 1), ("without a Name", 1), ("without a readable Date", 1)], dump.Skipped("Badges.xml"));
    }
}
