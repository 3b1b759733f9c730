using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.StackExchange;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Cli.Evaluate.StackExchange;

/// <summary>
/// The members of a dump and when they posted. Votes received and badges are not by the member's own hand; the last visit is known
/// only at the dump's end, where it tells who never came back.
/// </summary>
internal sealed class DumpHistory
{
    private DumpHistory(IReadOnlyDictionary<string, MemberHistory> members, DateOnly firstDay, DateOnly lastDay)
    {
        Members = members;
        FirstDay = firstDay;
        LastDay = lastDay;
    }

    public IReadOnlyDictionary<string, MemberHistory> Members { get; }

    /// <summary>The day of the first post.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The day of the last post or comment.</summary>
    public DateOnly LastDay { get; }

    /// <exception cref="CliException">The dump cannot be read, or has no posts.</exception>
    public static async Task<DumpHistory> ReadAsync(DumpFolder dump, CancellationToken cancellationToken)
    {
        var posts = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var acts = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var written = new List<int>();
        await foreach (var (activity, _, _) in new StackExchangeSource(dump, new ImportTally()).ReadAsync(cancellationToken))
        {
            var day = UtcDay.OfUnixMs(activity.OccurredAt.ToDateTimeOffset().ToUnixTimeMilliseconds());
            if (activity.Kind is "registration" or "question" or "answer" or "comment") Add(acts, activity.Member, day);
            if (activity.Kind is "question" or "answer") Add(posts, activity.Member, day);
            if (activity.Kind is "question" or "answer" or "comment") written.Add(day);
        }

        if (posts.Count == 0)
            throw new CliException(ExitCode.Usage, "the dump has no posts");
        return new(
            acts.ToDictionary(pair => pair.Key, pair => new MemberHistory(Sorted(posts, pair.Key), Sorted(acts, pair.Key)), StringComparer.Ordinal),
            DateOnly.FromDayNumber(posts.Values.Min(days => days.Min())),
            DateOnly.FromDayNumber(written.Max()));
    }

    private static void Add(Dictionary<string, List<int>> days, string member, int day)
    {
        if (!days.TryGetValue(member, out var list)) days.Add(member, list = []);
        list.Add(day);
    }

    private static int[] Sorted(Dictionary<string, List<int>> days, string member) =>
        days.TryGetValue(member, out var list) ? [.. list.Order()] : [];
}
