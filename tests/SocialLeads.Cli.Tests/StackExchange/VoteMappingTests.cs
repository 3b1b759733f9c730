using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class VoteMappingTests
{
    private const string Day = "CreationDate=\"2018-03-14T00:00:00.000\"";

    [Theory]
    [InlineData("VoteTypeId=\"2\" PostId=\"11\"", "vote_received", "2", "")]
    [InlineData("VoteTypeId=\"3\" PostId=\"10\"", "downvote_received", "1", "")]
    [InlineData("VoteTypeId=\"1\" PostId=\"11\"", "accepted_answer", "2", "1")]
    [InlineData("VoteTypeId=\"5\" PostId=\"10\" UserId=\"3\"", "bookmark", "3", "1")]
    [InlineData("VoteTypeId=\"8\" PostId=\"10\" UserId=\"1\" BountyAmount=\"50\"", "bounty_start", "1", "")]
    [InlineData("VoteTypeId=\"9\" PostId=\"11\" BountyAmount=\"50\"", "bounty_award", "2", "")]
    public async Task A_vote_is_what_the_author_received_or_the_named_one_gave(string vote, string kind, string member, string peer)
    {
        using var dump = new SmallDump(votes: $"<row Id=\"5\" {vote} {Day} />");
        var activity = Assert.Single(await dump.ReadAsync(kind));
        Assert.Equal(("se:vote:5", member, peer), (activity.Id, activity.Member, activity.Peer));
        Assert.Equal(peer.Length > 0 ? "member" : "", activity.PeerRole);
        Assert.Equal(["gates", "noise"], activity.Tags);
        Assert.Equal(vote.Contains("BountyAmount", StringComparison.Ordinal), activity.HasValue);
        Assert.Equal(activity.HasValue ? 50 : 0, activity.Value);
        Assert.Equal(new DateTime(2018, 3, 14, 0, 0, 0, DateTimeKind.Utc), activity.OccurredAt.ToDateTime());
    }

    [Fact]
    public async Task What_nobody_named_did_or_nobody_received_is_reported_with_the_reason()
    {
        using var dump = new SmallDump(
            posts:
            """
            <row Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" />
            <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-13T08:00:00.000" OwnerUserId="1" />
            <row Id="12" PostTypeId="5" CreationDate="2018-03-13T08:00:00.000" OwnerUserId="1" />
            <row Id="13" PostTypeId="1" CreationDate="2018-03-13T08:00:00.000" />
            """,
            votes:
            $"""
            <row Id="1" VoteTypeId="10" PostId="10" {Day} />
            <row Id="2" VoteTypeId="16" PostId="10" {Day} />
            <row Id="3" VoteTypeId="2" PostId="99" {Day} />
            <row Id="4" VoteTypeId="2" PostId="12" {Day} />
            <row Id="5" VoteTypeId="2" PostId="13" {Day} />
            <row Id="6" VoteTypeId="1" PostId="11" {Day} />
            <row Id="7" VoteTypeId="5" PostId="10" {Day} />
            <row Id="8" VoteTypeId="9" PostId="10" {Day} />
            <row Id="9" VoteTypeId="99" PostId="10" {Day} />
            <row Id="10" PostId="10" {Day} />
            <row Id="11" VoteTypeId="2" PostId="10" />
            <row VoteTypeId="2" PostId="10" {Day} />
            """);
        var activities = await dump.ReadAsync();
        Assert.DoesNotContain(activities, activity => activity.Source == "Votes.xml");
        Assert.Equal(
            [
                ("deletion (VoteTypeId 10): moderation, by nobody named", 1),
                ("approval of a suggested edit (VoteTypeId 16): neither editor nor approver is named", 1),
                ("up-vote on a post that is not in the dump (deleted)", 1),
                ("up-vote on a page that is neither question nor answer", 1),
                ("vote_received: the post is by a deleted user", 1),
                ("accepted answer of the asker's own", 1),
                ("bookmark: by a deleted user", 1),
                ("end of a bounty that nobody was awarded", 1),
                ("VoteTypeId 99: not a vote on what somebody wrote", 1),
                ("without a readable VoteTypeId", 1),
                ("without a readable CreationDate", 1),
                ("without a readable Id", 1),
            ],
            dump.Skipped("Votes.xml"));
    }
}
