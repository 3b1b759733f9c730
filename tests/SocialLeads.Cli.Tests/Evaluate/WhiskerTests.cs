using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Tests.Evaluate;

public sealed class WhiskerTests
{
    [Theory]
    [InlineData(2, 5, 9, "  ├──●───┤")]
    [InlineData(0, 0, 9, "●────────┤")]
    [InlineData(3, 3, 3, "   ●")]
    [InlineData(-1, 4, 99, "├───●────┤")]
    public void The_ends_and_the_value_stand_where_they_are(double low, double value, double high, string line) =>
        Assert.Equal(line, Whisker.Of(low, value, high, greatest: 9, width: 10));
}
