using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Evaluate;

/// <summary>Holds rankings of the same members on the same days against what happened.</summary>
/// <param name="rankings">What is compared.</param>
/// <param name="days">Each with at least one member of either kind.</param>
/// <param name="draws">Draws of each interval.</param>
/// <param name="seed">Decides the draws and folds.</param>
internal sealed class Evaluation(IReadOnlyList<IRanking> rankings, IReadOnlyList<DayTable> days, int draws, ulong seed)
{
    public EvaluationReport Measure(ITruth truth, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var measured = new RankingEvaluation(
            [.. days.Select(day => new EvaluatedMembers([.. day.Members.Select(member => Number(numbers, member))], day.Positive, day.Scores))],
            draws,
            seed).Measure(cancellationToken);
        return new(
            truth.Question,
            truth.Within,
            [.. days.Select(day => new EvaluatedDay(day.Day, day.Members.Count, day.Positives, day.LeftOut, day.NotSeen))],
            [.. rankings.Select((ranking, r) => new EvaluatedRanking(ranking.Name, ranking.IsModel, measured.Rankings[r]))],
            [.. Pairs().Select(pair => new RankingDifference(
                rankings[pair.First].Name, rankings[pair.Second].Name, measured.Difference(pair.First, pair.Second)))],
            draws,
            notes);
    }

    private IEnumerable<(int First, int Second)> Pairs() =>
        from first in Enumerable.Range(0, rankings.Count)
        where rankings[first].IsModel
        from second in Enumerable.Range(first + 1, rankings.Count - first - 1)
        select (first, second);

    private static int Number(Dictionary<string, int> numbers, string member)
    {
        if (!numbers.TryGetValue(member, out var number)) numbers.Add(member, number = numbers.Count);
        return number;
    }
}
