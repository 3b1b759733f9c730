using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class CommentMappingTests
{
    [Fact]
    public async Task A_comment_on_an_answer_has_the_questions_tags_and_turns_to_the_answerer()
    {
        using var dump = new SmallDump(comments: """<row Id="7" PostId="11" Text="Thanks &amp; bye" CreationDate="2018-03-14T17:14:46.030" UserId="1" />""");
        var comment = Assert.Single(await dump.ReadAsync("comment"));
        Assert.Equal(("se:comment:7", "1", "2", "member"), (comment.Id, comment.Member, comment.Peer, comment.PeerRole));
        Assert.Equal(["gates", "noise"], comment.Tags);
        Assert.Equal("Thanks & bye", comment.Text);
    }

    [Fact]
    public async Task A_comment_on_a_post_that_is_gone_still_counts()
    {
        using var dump = new SmallDump(comments: """<row Id="7" PostId="99" Text="?" CreationDate="2018-03-14T17:14:46.030" UserId="1" />""");
        var comment = Assert.Single(await dump.ReadAsync("comment"));
        Assert.Empty(comment.Tags);
        Assert.Equal("", comment.Peer);
    }

    [Fact]
    public async Task Long_text_is_cut_between_characters_to_what_the_wire_takes()
    {
        using var dump = new SmallDump(comments:
            $"""<row Id="7" PostId="10" Text="x{string.Concat(Enumerable.Repeat("🙂", 10_000))}" CreationDate="2018-03-14T17:14:46.030" UserId="2" />""");
        var comment = Assert.Single(await dump.ReadAsync("comment"));
        Assert.Equal(1 + 4 * 4_095, System.Text.Encoding.UTF8.GetByteCount(comment.Text));
        Assert.EndsWith("🙂", comment.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_of_deleted_users_are_reported()
    {
        using var dump = new SmallDump(comments:
            """
            <row Id="7" PostId="10" Text="?" CreationDate="2018-03-14T17:14:46.030" UserDisplayName="user9" />
            <row Id="8" PostId="10" Text="?" UserId="1" />
            <row PostId="10" Text="?" CreationDate="2018-03-14T17:14:46.030" UserId="1" />
            """);
        Assert.Empty(await dump.ReadAsync("comment"));
        Assert.Equal(
            [("by a deleted user", 1), ("without a readable CreationDate", 1), ("without a readable Id", 1)],
            dump.Skipped("Comments.xml"));
    }
}
