using SocialLeads.Server.Demo;

namespace SocialLeads.Server.Tests.Demo;

public sealed class DemoOptionsTests
{
    [Fact]
    public void The_defaults_are_valid()
    {
        Assert.Empty(new DemoOptions().Validate());
    }

    [Fact]
    public void Everything_out_of_bounds_is_named_at_once()
    {
        Assert.Equal(
            ["--members is 99; it must be from 100 to 200000.", "--days is 366; it must be from 28 to 365."],
            new DemoOptions { Members = 99, Days = 366 }.Validate());
    }
}
