using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Evaluate;

/// <summary>The members of one day, what every ranking says of them, and what happened.</summary>
/// <param name="Day">The day the rankings are as of.</param>
/// <param name="Members">Those whom all rankings know and of whom it is not known already, by their bytes.</param>
/// <param name="Positive">What happened to each.</param>
/// <param name="Scores">For each ranking what it says of each.</param>
/// <param name="Known">Those whom all rankings know, in question or not.</param>
/// <param name="NotSeen">How many it happened to whom the rankings did not know on the day, and so could not find.</param>
internal sealed record DayTable(
    DateOnly Day,
    IReadOnlyList<string> Members,
    IReadOnlyList<bool> Positive,
    IReadOnlyList<IReadOnlyList<RankedScore>> Scores,
    IReadOnlySet<string> Known,
    int NotSeen)
{
    /// <summary>The most members of a day.</summary>
    public const int MaxMembers = 1_000_000;

    /// <summary>How many are not in question any more.</summary>
    public int LeftOut => Known.Count - Members.Count;

    public int Positives => Positive.Count(outcome => outcome);

    public static async Task<DayTable> ReadAsync(
        DateOnly day, IReadOnlyList<IRanking> rankings, ITruth truth, CancellationToken cancellationToken)
    {
        var ranked = new List<IReadOnlyDictionary<string, RankedScore>>();
        foreach (var ranking in rankings) ranked.Add(await ranking.RankAsync(day, cancellationToken));
        var after = truth.After(day);
        var known = ranked[0].Keys.Where(member => ranked.All(scores => scores.ContainsKey(member))).ToHashSet(StringComparer.Ordinal);
        var members = known.Where(member => !after.LeftOut.Contains(member)).Order(StringComparer.Ordinal).ToArray();
        return new(
            day,
            members,
            [.. members.Select(after.Positive.Contains)],
            [.. ranked.Select(scores => members.Select(member => scores[member]).ToArray())],
            known,
            after.Positive.Count(member => !known.Contains(member)));
    }
}
