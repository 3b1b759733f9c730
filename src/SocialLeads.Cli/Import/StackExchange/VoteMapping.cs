using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// Votes.xml. Dumps keep who voted a secret, so a vote is what the author of the post received; bookmarks and bounties name
/// the one who gave them. The time of a vote is its day.
/// </summary>
internal sealed class VoteMapping(Community community) : ITableMapping
{
    public IEnumerable<Outcome> Map(Row row) => [MapVote(row)];

    private Outcome MapVote(Row row)
    {
        var type = row.Int("VoteTypeId");
        if (WhyTypeIsNotMapped(type) is { } why)
            return Outcome.Skip(why);
        if (row.Long("Id") is not { } id)
            return Outcome.Skip("without a readable Id");
        if (row.Time("CreationDate") is not { } at)
            return Outcome.Skip("without a readable CreationDate");
        if (community.Posts.Find(row.Int("PostId")) is not { } post)
            return Outcome.Skip($"{TypeName(type)} on a post that is not in the dump (deleted)");
        if (post.Type == PostType.Other)
            return Outcome.Skip($"{TypeName(type)} on a page that is neither question nor answer");

        return type switch
        {
            1 => Accepted(id, at, post),
            2 => Received(id, at, post, "vote_received"),
            3 => Received(id, at, post, "downvote_received"),
            5 => Given(row, id, at, post, "bookmark"),
            8 => Given(row, id, at, post, "bounty_start"),
            _ => Awarded(row, id, at, post),
        };
    }

    private Outcome Accepted(long id, Timestamp at, Post post)
    {
        var asker = community.Posts.Find(post.Question)?.Owner;
        return asker is not null && asker == post.Owner
            ? Outcome.Skip("accepted answer of the asker's own")
            : Received(id, at, post, "accepted_answer", asker);
    }

    private Outcome Awarded(Row row, long id, Timestamp at, Post post)
    {
        if (post.Type != PostType.Answer || row.Int("BountyAmount") is null)
            return Outcome.Skip("end of a bounty that nobody was awarded");
        return Received(id, at, post, "bounty_award", amount: row.Int("BountyAmount"));
    }

    private Outcome Received(long id, Timestamp at, Post post, string kind, int? from = null, int? amount = null) =>
        community.WhyNoMember(post.Owner) is { } why
            ? Outcome.Skip($"{kind}: the post is by {why}")
            : Outcome.Of(NewActivity(id, at, post, post.Owner!.Value, kind, from, amount));

    private Outcome Given(Row row, long id, Timestamp at, Post post, string kind)
    {
        var user = row.Int("UserId");
        return community.WhyNoMember(user) is { } why
            ? Outcome.Skip($"{kind}: by {why}")
            : Outcome.Of(NewActivity(id, at, post, user!.Value, kind, post.Owner, row.Int("BountyAmount")));
    }

    private V1.Activity NewActivity(long id, Timestamp at, Post post, int member, string kind, int? peer, int? amount)
    {
        var activity = Community.NewActivity($"se:vote:{id}", member, kind, at);
        activity.Tags.Add(community.Posts.TagsOf(post.Question));
        community.SetPeer(activity, member, peer);
        if (amount is { } value)
            activity.Value = value;
        return activity;
    }

    private static string TypeName(int? type) => type switch
    {
        1 => "acceptance",
        2 => "up-vote",
        3 => "down-vote",
        5 => "bookmark",
        8 => "bounty",
        _ => "bounty award",
    };

    private static string? WhyTypeIsNotMapped(int? type) => type switch
    {
        1 or 2 or 3 or 5 or 8 or 9 => null,
        null => "without a readable VoteTypeId",
        4 => "offensive flag (VoteTypeId 4): moderation, by nobody named",
        6 => "vote to close (VoteTypeId 6): moderation, by nobody named",
        7 => "vote to reopen (VoteTypeId 7): moderation, by nobody named",
        10 => "deletion (VoteTypeId 10): moderation, by nobody named",
        11 => "undeletion (VoteTypeId 11): moderation, by nobody named",
        12 => "spam flag (VoteTypeId 12): moderation, by nobody named",
        15 => "moderator review (VoteTypeId 15): moderation, by nobody named",
        16 => "approval of a suggested edit (VoteTypeId 16): neither editor nor approver is named",
        _ => $"VoteTypeId {type}: not a vote on what somebody wrote",
    };
}
