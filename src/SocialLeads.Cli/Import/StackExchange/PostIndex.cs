namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>What a post is, as far as comments, votes and answers need to know.</summary>
internal enum PostType : byte
{
    Other,
    Question,
    Answer,
}

/// <param name="Type">What it is.</param>
/// <param name="Owner">The author's user id; null for a deleted author.</param>
/// <param name="Question">For an answer the question's id, otherwise its own.</param>
internal readonly record struct Post(PostType Type, int? Owner, int Question);

/// <summary>
/// The posts of a dump by id: the one thing that must be held while a dump is read, about 40 bytes a post. Tags are held once
/// as text, and per question as numbers.
/// </summary>
internal sealed class PostIndex
{
    private readonly Dictionary<int, Entry> _posts = [];
    private readonly List<int> _tagLists = [];
    private readonly List<string> _tags = [];
    private readonly Dictionary<string, int> _tagNumbers = new(StringComparer.Ordinal);

    /// <summary>Takes in a row of Posts.xml. A row without a readable id is left out: nothing can refer to it.</summary>
    public void Add(Row row)
    {
        if (row.Int("Id") is not { } id)
            return;

        var type = TypeOf(row);
        var question = type == PostType.Answer ? row.Int("ParentId") ?? 0 : id;
        var tags = type == PostType.Question ? TagList.Parse(row.Text("Tags")) : [];
        _posts[id] = new Entry(type, row.Int("OwnerUserId") ?? 0, question, _tagLists.Count, tags.Length);
        foreach (var tag in tags)
            _tagLists.Add(Number(tag));
    }

    public Post? Find(int? id) =>
        id is { } known && _posts.TryGetValue(known, out var entry)
            ? new Post(entry.Type, entry.Owner == 0 ? null : entry.Owner, entry.Question)
            : null;

    /// <summary>The tags of a question. Empty when it is not in the dump.</summary>
    public IEnumerable<string> TagsOf(int question)
    {
        if (!_posts.TryGetValue(question, out var entry))
            yield break;
        for (var i = 0; i < entry.TagCount; i++)
            yield return _tags[_tagLists[entry.TagStart + i]];
    }

    public static PostType TypeOf(Row row) => row.Int("PostTypeId") switch
    {
        1 => PostType.Question,
        2 => PostType.Answer,
        _ => PostType.Other,
    };

    private int Number(string tag)
    {
        if (!_tagNumbers.TryGetValue(tag, out var number))
        {
            _tagNumbers.Add(tag, number = _tags.Count);
            _tags.Add(tag);
        }

        return number;
    }

    private readonly record struct Entry(PostType Type, int Owner, int Question, int TagStart, int TagCount);
}
