using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// A Stack Exchange dump as activities. The tables are read in the order in which they need each other; posts twice, for
/// a comment or a vote may come before the post it names is known. Held in memory: the index of posts, the set of members
/// and who met whom.
/// </summary>
internal sealed class StackExchangeSource(DumpFolder dump, ImportTally tally) : IActivitySource
{
    private readonly Community _community = new();
    private long _bytesRead;

    public string Name => "Stack Exchange dump";

    public long? TotalBytes { get; } =
        dump.Users.Length + 2 * dump.Posts.Length + dump.Comments.Length + dump.Votes.Length + dump.Badges.Length;

    public long BytesRead => Interlocked.Read(ref _bytesRead);

    public IAsyncEnumerable<ImportedActivity> ReadAsync(CancellationToken cancellationToken) =>
        Read(cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ImportedActivity> Read(CancellationToken cancellationToken)
    {
        foreach (var activity in ReadTable(dump.Users, new UserMapping(_community), cancellationToken))
            yield return activity;
        IndexPosts(cancellationToken);
        foreach (var activity in ReadTable(dump.Posts, new PostMapping(_community), cancellationToken))
            yield return activity;
        foreach (var activity in ReadTable(dump.Comments, new CommentMapping(_community), cancellationToken))
            yield return activity;
        foreach (var activity in ReadTable(dump.Votes, new VoteMapping(_community), cancellationToken))
            yield return activity;
        foreach (var activity in ReadTable(dump.Badges, new BadgeMapping(_community), cancellationToken))
            yield return activity;
        foreach (var activity in Connections())
            yield return activity;
    }

    private void IndexPosts(CancellationToken cancellationToken)
    {
        foreach (var row in dump.Posts.Rows(CountBytes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _community.Posts.Add(row);
        }
    }

    private IEnumerable<ImportedActivity> ReadTable(DumpFile file, ITableMapping mapping, CancellationToken cancellationToken)
    {
        foreach (var row in file.Rows(CountBytes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (activity, whyNot) in mapping.Map(row))
            {
                if (activity is null)
                {
                    tally.CountSkipped(file.Name, whyNot!);
                    continue;
                }

                tally.CountMapped(file.Name, activity.Kind);
                yield return new ImportedActivity(activity, file.Name, row.Line);
            }
        }
    }

    // Last, for only then is it known which contact of a pair was the first.
    private IEnumerable<ImportedActivity> Connections()
    {
        var source = $"{dump.Posts.Name} and {dump.Comments.Name}";
        foreach (var (from, to, atMs) in _community.Contacts.List())
        {
            var at = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(atMs));
            var activity = Community.NewActivity($"se:connection:{from}:{to}", from, "connection", at);
            _community.SetPeer(activity, from, to);
            tally.CountMapped(source, activity.Kind);
            yield return new ImportedActivity(activity, source, 0);
        }
    }

    private void CountBytes(int bytes) => Interlocked.Add(ref _bytesRead, bytes);
}
