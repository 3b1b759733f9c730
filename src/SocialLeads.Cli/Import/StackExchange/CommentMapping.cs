namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>Comments.xml: a comment has the tags of its question and turns to the author of the post it stands under.</summary>
internal sealed class CommentMapping(Community community) : ITableMapping
{
    public IEnumerable<Outcome> Map(Row row) => [MapComment(row)];

    private Outcome MapComment(Row row)
    {
        if (row.Long("Id") is not { } id)
            return Outcome.Skip("without a readable Id");
        if (row.Time("CreationDate") is not { } at)
            return Outcome.Skip("without a readable CreationDate");
        var user = row.Int("UserId");
        if (community.WhyNoMember(user) is { } why)
            return Outcome.Skip($"by {why}");

        var activity = Community.NewActivity($"se:comment:{id}", user!.Value, "comment", at);
        activity.Text = BoundedText.Cut(row.Text("Text") ?? "");
        // The post may have been deleted since. The comment was written all the same.
        if (community.Posts.Find(row.Int("PostId")) is { } post)
        {
            activity.Tags.Add(community.Posts.TagsOf(post.Question));
            community.SetPeer(activity, user.Value, post.Owner);
            community.NoteContact(user.Value, post.Owner, at);
        }

        return Outcome.Of(activity);
    }
}
