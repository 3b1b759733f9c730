using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Evaluate;

/// <summary>Holds rankings of the same members on the same days against what happened.</summary>
internal sealed class Evaluation
{
    /// <summary>Members of either kind below which no probability is made of scores: its figures would be chance.</summary>
    public const int LeastToCalibrate = 10;

    private const int Folds = 5;
    private const int Bins = Probabilities.CalibrationBins;
    private static readonly decimal[] _shares = [.. Enumerable.Range(1, 100).Select(half => half * 0.005m)];

    private readonly IReadOnlyList<IRanking> _rankings;
    private readonly IReadOnlyList<DayTable> _days;
    private readonly int[][] _members;
    private readonly int _draws;
    private readonly ulong _seed;
    private readonly bool _calibrates;

    /// <param name="rankings">What is compared.</param>
    /// <param name="days">Each with at least one member of either kind.</param>
    /// <param name="draws">Draws of each interval.</param>
    /// <param name="seed">Decides the draws and folds.</param>
    public Evaluation(IReadOnlyList<IRanking> rankings, IReadOnlyList<DayTable> days, int draws, ulong seed)
    {
        _rankings = rankings;
        _days = days;
        _draws = draws;
        _seed = seed;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _members = [.. days.Select(day => day.Members.Select(member => Number(numbers, member)).ToArray())];
        var positives = days.SelectMany(day => day.Members.Where((_, row) => day.Positive[row])).Distinct(StringComparer.Ordinal).Count();
        _calibrates = Math.Min(positives, numbers.Count - positives) >= LeastToCalibrate;
    }

    public EvaluationReport Measure(ITruth truth, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        var columns = _rankings.SelectMany((_, ranking) => Columns(ranking)).ToArray();
        var panel = new Panel([.. _days.Select((day, d) => new PanelDay(
            _members[d], day.Positive, [.. columns.Select(column => column.ByDay[d])]))]);
        var asked = columns.SelectMany((column, at) => EvaluationFigure.All.Where(figure => figure.Kind == column.Kind)
            .Select(figure => (column.Ranking, figure.Id, Figure: new PanelFigure(at, figure.Of)))).ToArray();
        var measured = PanelFigures.Measure(panel, [.. asked.Select(ask => ask.Figure)], _seed, _draws, cancellationToken: cancellationToken);
        var places = asked.Select((ask, place) => (ask.Ranking, ask.Id, Place: place)).ToLookup(ask => ask.Ranking);
        return new(
            truth.Question,
            truth.Within,
            [.. _days.Select(day => new EvaluatedDay(day.Day, day.Members.Count, day.Positives, day.LeftOut, day.NotSeen))],
            [.. _rankings.Select((ranking, r) => new EvaluatedRanking(
                ranking.Name,
                ranking.IsModel,
                places[r].ToDictionary(ask => ask.Id, ask => measured.Of(ask.Place)),
                Curve(panel, columns, r, ScoreKind.Calibrated),
                Curve(panel, columns, r, ScoreKind.Said),
                Gains(r)))],
            [.. Pairs().Select(pair => new RankingDifference(
                _rankings[pair.First].Name,
                _rankings[pair.Second].Name,
                places[pair.First].Join(places[pair.Second], ask => ask.Id, ask => ask.Id, (first, second) => (first, second))
                    .ToDictionary(both => both.first.Id, both => measured.Difference(both.first.Place, both.second.Place))))],
            _draws,
            notes);
    }

    private IEnumerable<(int First, int Second)> Pairs() =>
        from first in Enumerable.Range(0, _rankings.Count)
        where _rankings[first].IsModel
        from second in Enumerable.Range(first + 1, _rankings.Count - first - 1)
        select (first, second);

    private IEnumerable<Column> Columns(int ranking)
    {
        yield return new(ranking, ScoreKind.Rank, Select(ranking, score => score.Rank));
        if (_calibrates) yield return new(ranking, ScoreKind.Calibrated, Calibrated(ranking));
        if (_days.All(day => day.Scores[ranking].All(score => score.Probability is not null)))
            yield return new(ranking, ScoreKind.Said, Select(ranking, score => score.Probability!.Value));
    }

    private double[][] Select(int ranking, Func<RankedScore, double> of) =>
        [.. _days.Select(day => day.Scores[ranking].Select(of).ToArray())];

    private double[][] Calibrated(int ranking)
    {
        var all = CrossFitting.Calibrate(
            [.. _days.SelectMany(day => day.Scores[ranking]).Select(score => score.Logit)],
            [.. _days.SelectMany(day => day.Positive)], [.. _members.SelectMany(members => members)], Folds, _seed);
        var start = 0;
        return [.. _days.Select(day => all[start..(start += day.Members.Count)])];
    }

    private IReadOnlyList<ReliabilityPoint> Curve(Panel panel, Column[] columns, int ranking, ScoreKind kind) =>
        Array.Find(columns, column => column.Ranking == ranking && column.Kind == kind) is { } found
            ? PanelReliability.Curve(panel, found.ByDay, Bins, _seed, _draws)
            : [];

    private Gain[] Gains(int ranking)
    {
        var outcomes = _days.Select(day => new ScoredOutcomes([.. day.Scores[ranking].Select(score => score.Rank)], day.Positive)).ToArray();
        return [.. _shares.Select(share => new Gain((double)share, outcomes.Average(day => Ranking.RecallAt(day, share))))];
    }

    private static int Number(Dictionary<string, int> numbers, string member)
    {
        if (!numbers.TryGetValue(member, out var number)) numbers.Add(member, number = numbers.Count);
        return number;
    }

    /// <summary>A column of scores of one ranking, day by day.</summary>
    private sealed record Column(int Ranking, ScoreKind Kind, double[][] ByDay);
}
