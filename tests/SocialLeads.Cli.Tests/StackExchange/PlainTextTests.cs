using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.StackExchange;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("<p>a <em>b</em> <a href=\"x\">c</a></p>", "a b c")]
    [InlineData("<ul>\n<li>1</li>\n<li>2</li></ul>", "1\n2")]
    [InlineData("<pre><code>if (a &lt; b &amp;&amp; c)</code></pre>", "if (a < b && c)")]
    [InlineData("2 < 3", "2 < 3")]
    [InlineData("a<br/>b", "a\nb")]
    [InlineData("", "")]
    public void Tags_go_blocks_become_lines_entities_become_characters(string html, string text) =>
        Assert.Equal(text, PlainText.FromHtml(html));

    [Fact]
    public void It_is_never_longer_than_the_wire_takes() =>
        Assert.Equal(BoundedText.MaxTextBytes, PlainText.FromHtml(new string('x', 100_000)).Length);

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", BoundedText.Cut("a\uD83Db"));

    [Theory]
    [InlineData("<a><b-c>", new[] { "a", "b-c" })]
    [InlineData("|a|b-c|", new[] { "a", "b-c" })]
    [InlineData("|c#|.net|c++|", new[] { "c#", ".net", "c++" })]
    [InlineData("", new string[0])]
    [InlineData(null, new string[0])]
    public void Tags_are_read_in_both_forms(string? tags, string[] list) => Assert.Equal(list, TagList.Parse(tags));
}
