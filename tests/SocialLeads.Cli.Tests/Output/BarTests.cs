using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Tests.Output;

public sealed class BarTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(0.0001, "▏")]
    [InlineData(0.5, "██")]
    [InlineData(0.53125, "██▏")]
    [InlineData(1, "████")]
    [InlineData(7, "████")]
    [InlineData(-1, "")]
    public void A_bar_is_as_long_as_its_fraction(double fraction, string bar) => Assert.Equal(bar, Bar.Of(fraction, 4));

    [Theory]
    [InlineData(10, 0, 10, "│████████")]
    [InlineData(5, 0, 10, "│████")]
    [InlineData(10, -10, 10, "    │████")]
    [InlineData(-10, -10, 10, "████│")]
    [InlineData(-5, -10, 10, "  ██│")]
    [InlineData(-0.001, -10, 10, "   █│")]
    [InlineData(-1, -1, 100, "█│")]
    [InlineData(0, -10, 10, "    │")]
    [InlineData(0, 0, 0, "│")]
    [InlineData(-3, -3, 0, "███████│")]
    public void A_signed_bar_grows_from_the_axis(double value, double least, double greatest, string bar) =>
        Assert.Equal(bar, Bar.Signed(value, least, greatest, 8));
}
