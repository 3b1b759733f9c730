using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class PostMappingTests
{
    [Fact]
    public async Task A_question_has_its_tags_and_its_text_without_HTML()
    {
        using var dump = new SmallDump();
        var question = Assert.Single(await dump.ReadAsync("question"));
        Assert.Equal("se:post:10", question.Id);
        Assert.Equal("1", question.Member);
        Assert.Equal(["gates", "noise"], question.Tags);
        Assert.Equal("Why?\n\nTell me", question.Text);
        Assert.Equal("", question.Peer);
    }

    [Fact]
    public async Task An_answer_has_the_tags_of_its_question_and_turns_to_the_asker()
    {
        using var dump = new SmallDump();
        var answer = Assert.Single(await dump.ReadAsync("answer"));
        Assert.Equal(("se:post:11", "2", "1", "member"), (answer.Id, answer.Member, answer.Peer, answer.PeerRole));
        Assert.Equal(["gates", "noise"], answer.Tags);
        Assert.Equal("So.", answer.Text);
    }

    [Fact]
    public async Task An_answer_that_stands_before_its_question_is_mapped_the_same()
    {
        var rows = SmallDump.QuestionAndAnswer.Split('\n');
        using var usual = new SmallDump();
        using var reversed = new SmallDump(posts: $"{rows[1]}\n{rows[0]}");
        Assert.Equal(await usual.ReadAsync("answer"), await reversed.ReadAsync("answer"));
    }

    [Fact]
    public async Task An_answer_without_its_question_has_neither_tags_nor_peer()
    {
        using var dump = new SmallDump(posts: """<row Id="11" PostTypeId="2" ParentId="99" CreationDate="2018-03-13T08:00:00.000" OwnerUserId="2" />""");
        var answer = Assert.Single(await dump.ReadAsync("answer"));
        Assert.Empty(answer.Tags);
        Assert.Equal("", answer.Peer);
        Assert.Empty(await dump.ReadAsync("connection"));
    }

    [Fact]
    public async Task Who_answers_their_own_question_turns_to_nobody()
    {
        using var dump = new SmallDump(posts:
            """
            <row Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" Tags="|gates|" />
            <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-13T08:00:00.000" OwnerUserId="1" />
            """);
        var answer = Assert.Single(await dump.ReadAsync("answer"));
        Assert.Equal("", answer.Peer);
        Assert.Equal("", answer.PeerRole);
        Assert.Empty(await dump.ReadAsync("connection"));
    }

    [Fact]
    public async Task What_is_not_by_a_member_or_no_contribution_is_reported_with_the_reason()
    {
        using var dump = new SmallDump(posts:
            """
            <row Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerDisplayName="user77" />
            <row Id="11" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="-1" />
            <row Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="77" />
            <row Id="13" PostTypeId="4" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" />
            <row Id="14" PostTypeId="5" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" />
            <row Id="15" PostTypeId="17" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" />
            <row Id="16" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" />
            <row Id="17" PostTypeId="1" OwnerUserId="1" />
            <row PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" />
            """);
        Assert.Empty(await dump.ReadAsync("question"));
        Assert.Equal(
            [
                ("by a deleted user", 1), ("by the community user (-1)", 1), ("by a user who is not in the dump (deleted)", 1),
                ("tag wiki excerpt (PostTypeId 4)", 1), ("tag wiki (PostTypeId 5)", 1),
                ("neither question nor answer (PostTypeId 17)", 1), ("without a readable PostTypeId", 1),
                ("without a readable CreationDate", 1), ("without a readable Id", 1),
            ],
            dump.Skipped("Posts.xml"));
    }
}
