using System.Text;
using SocialLeads.Cli.Import.StackExchange;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class DumpTests
{
    [Fact]
    public async Task Ids_are_unique_and_the_same_when_read_again()
    {
        using var dump = new SmallDump(
            comments: """<row Id="10" PostId="10" Text="a" CreationDate="2018-03-12T20:00:00.000" UserId="2" />""",
            votes: """<row Id="10" VoteTypeId="2" PostId="10" CreationDate="2018-03-14T00:00:00.000" />""",
            badges: """<row Id="10" UserId="1" Name="x" Date="2018-03-12T16:59:28.317" />""");
        var first = (await dump.ReadAsync()).Select(activity => activity.Activity).ToList();
        var second = (await dump.ReadAsync()).Select(activity => activity.Activity).ToList();
        Assert.Equal(first, second);
        Assert.Equal(first.Count, first.Select(activity => activity.Id).Distinct().Count());
    }

    [Fact]
    public async Task Progress_comes_to_the_total()
    {
        using var dump = new SmallDump();
        var source = new StackExchangeSource(DumpFolder.Open(dump.Path), dump.Tally);
        await source.ReadAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal(source.TotalBytes, source.BytesRead);
    }

    [Theory]
    [InlineData("Comments.xml", "<comments>\n<row Id=\"1\"\n</comments>", "Comments.xml, line 3: ")]
    [InlineData("Votes.xml", "<votes>\n<row Id=\"1\" />\n", "Votes.xml, line 3: ")]
    [InlineData("Badges.xml", "", "Badges.xml, line 1: ")]
    [InlineData("Badges.xml", "\u0001\u0002garbage", "Badges.xml, line 1: ")]
    [InlineData("Users.xml", "<!DOCTYPE users [<!ENTITY a \"b\">]>\n<users>&a;</users>", "Users.xml, line 1: ")]
    [InlineData("Posts.xml", "\n<html><row Id=\"1\" /></html>", "Posts.xml, line 2: <posts> expected, <html> found")]
    public async Task A_file_that_is_not_a_table_is_named_with_the_line(string file, string content, string message)
    {
        using var dump = new SmallDump();
        dump.WriteRaw(file, content);
        var failure = await Assert.ThrowsAsync<CliException>(dump.ReadAsync);
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, failure.ExitCode);
    }

    [Fact]
    public async Task A_row_that_would_not_fit_in_memory_is_refused()
    {
        using var dump = new SmallDump();
        dump.WriteRaw("Comments.xml", new StringBuilder("<comments>\n<row Text=\"").Append('x', MeteredStream.MaxRowBytes + 1_000_000).ToString());
        var failure = await Assert.ThrowsAsync<CliException>(dump.ReadAsync);
        Assert.Contains("Comments.xml", failure.Message, StringComparison.Ordinal);
        Assert.Contains("a row is longer than 16,777,216 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_character_in_a_text_is_no_reason_to_stop()
    {
        using var dump = new SmallDump(comments: """<row Id="7" PostId="10" Text="a&#x1;b" CreationDate="2018-03-12T20:00:00.000" UserId="2" />""");
        Assert.Equal("a\u0001b", Assert.Single(await dump.ReadAsync("comment")).Text);
    }

    [Fact]
    public void Missing_files_are_named_all_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("users.xml", "");
        folder.Write("Badges.XML", "");
        var failure = Assert.Throws<CliException>(() => DumpFolder.Open(folder.Path));
        Assert.EndsWith("not a Stack Exchange dump, Posts.xml, Comments.xml, Votes.xml missing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Equal("/no/such/dump: no such folder", Assert.Throws<CliException>(() => DumpFolder.Open("/no/such/dump")).Message);
}
