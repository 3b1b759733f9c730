using SocialLeads.Scoring.Evaluation;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Evaluate.StackExchange;

/// <summary>What a model must beat: rankings that a query over the posts would give.</summary>
/// <param name="history">The members' history.</param>
/// <param name="name">What the report calls it.</param>
/// <param name="scoreAsOf">Makes, for a day, what gives each member its score.</param>
internal sealed class HistoryRanking(DumpHistory history, string name, Func<DateOnly, Func<MemberHistory, RankedScore>> scoreAsOf) : IRanking
{
    public string Name => name;

    public bool IsModel => false;

    /// <summary>By the number of posts so far.</summary>
    public static HistoryRanking ByPosts(DumpHistory history) => new(history, "past posts", day => member =>
        Ordered(LogPosts(member, day)));

    /// <summary>By the days since the last act.</summary>
    public static HistoryRanking ByRecency(DumpHistory history) => new(history, "recency", day => member =>
        Ordered(-LogDaysSince(member, day)));

    /// <summary>
    /// By a logistic regression of both, fitted to the members of an earlier day: the latest whose outcomes were known on the day.
    /// </summary>
    public static HistoryRanking ByBoth(DumpHistory history, ITruth truth) => new(history, "posts and recency", day =>
    {
        var fitted = Fit(history, truth, day.AddDays(-truth.Within));
        return member =>
        {
            var logit = fitted.Logit(Values(member, day));
            return new(logit, logit, Logistic.Probability(logit));
        };
    });

    public Task<IReadOnlyDictionary<string, RankedScore>> RankAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var score = scoreAsOf(day);
        return Task.FromResult<IReadOnlyDictionary<string, RankedScore>>(history.Members.Where(member => member.Value.IsThere(day))
            .ToDictionary(member => member.Key, member => score(member.Value), StringComparer.Ordinal));
    }

    private static LogisticRegression Fit(DumpHistory history, ITruth truth, DateOnly day)
    {
        var members = history.Members.Where(member => member.Value.IsThere(day)).ToArray();
        var after = truth.After(day).Positive;
        var positive = members.Select(member => after.Contains(member.Key)).ToArray();
        if (!positive.Contains(true) || !positive.Contains(false))
        {
            throw new CliException(ExitCode.Usage,
                $"--as-of: {day.AddDays(truth.Within):yyyy-MM-dd} is too early: the regression is fitted {truth.Within} days before, when there was nothing to learn");
        }

        return LogisticRegression.Fit([.. members.Select(member => Values(member.Value, day))], positive);
    }

    private static double[] Values(MemberHistory member, DateOnly day) => [LogPosts(member, day), LogDaysSince(member, day)];

    private static double LogPosts(MemberHistory member, DateOnly day) => Math.Log(1 + member.PostsUntil(day));

    private static double LogDaysSince(MemberHistory member, DateOnly day) => Math.Log(1 + member.DaysSinceLast(day));

    private static RankedScore Ordered(double score) => new(score, score, null);
}
