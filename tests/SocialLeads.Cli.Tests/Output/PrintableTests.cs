using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Tests.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain [markup] ✓ 漢字", "plain [markup] ✓ 漢字")]
    [InlineData("\u001b[31mred", "\\u{1b}[31mred")]
    [InlineData("a\nb", "a\\u{a}b")]
    [InlineData("\u202Etxt.exe", "\\u{202e}txt.exe")]
    [InlineData("\u2028", "\\u{2028}")]
    public void What_steers_a_terminal_is_shown_as_its_code_point(string text, string shown) => Assert.Equal(shown, Printable.Of(text));
}
