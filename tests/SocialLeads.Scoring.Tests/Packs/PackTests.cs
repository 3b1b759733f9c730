namespace SocialLeads.Scoring.Tests;

public class PackTests
{
    [Fact]
    public void The_pack_is_valid() => Assert.Equal(12, Build.Pack.Signals.Length);
}
