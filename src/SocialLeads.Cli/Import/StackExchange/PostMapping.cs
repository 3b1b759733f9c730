namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// Posts.xml: questions and answers. An answer has the question's tags and turns to the asker. The other types are the
/// site's own pages (tag wikis, elections), written under the tag's name rather than said to anybody.
/// </summary>
internal sealed class PostMapping(Community community) : ITableMapping
{
    public IEnumerable<Outcome> Map(Row row) => [MapPost(row)];

    private Outcome MapPost(Row row)
    {
        if (PostIndex.TypeOf(row) == PostType.Other)
            return Outcome.Skip(TypeName(row.Int("PostTypeId")));
        if (row.Int("Id") is not { } id)
            return Outcome.Skip("without a readable Id");
        if (row.Time("CreationDate") is not { } at)
            return Outcome.Skip("without a readable CreationDate");
        var owner = row.Int("OwnerUserId");
        if (community.WhyNoMember(owner) is { } why)
            return Outcome.Skip($"by {why}");

        var post = community.Posts.Find(id)!.Value;
        var isQuestion = post.Type == PostType.Question;
        var activity = Community.NewActivity($"se:post:{id}", owner!.Value, isQuestion ? "question" : "answer", at);
        activity.Tags.Add(community.Posts.TagsOf(post.Question));
        activity.Text = Text(row);
        if (!isQuestion)
        {
            var asker = community.Posts.Find(post.Question)?.Owner;
            community.SetPeer(activity, owner.Value, asker);
            community.NoteContact(owner.Value, asker, at);
        }

        return Outcome.Of(activity);
    }

    private static string Text(Row row)
    {
        var body = PlainText.FromHtml(row.Text("Body") ?? "");
        return row.Text("Title") is { Length: > 0 } title ? BoundedText.Cut(title + "\n\n" + body) : body;
    }

    private static string TypeName(int? type) => type switch
    {
        null => "without a readable PostTypeId",
        3 => "orphaned tag wiki (PostTypeId 3)",
        4 => "tag wiki excerpt (PostTypeId 4)",
        5 => "tag wiki (PostTypeId 5)",
        6 => "moderator nomination (PostTypeId 6)",
        _ => $"neither question nor answer (PostTypeId {type})",
    };
}
