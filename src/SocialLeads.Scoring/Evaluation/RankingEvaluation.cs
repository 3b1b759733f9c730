using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Evaluation;

/// <summary>Holds rankings of the same members on the same days against what happened.</summary>
public sealed class RankingEvaluation
{
    /// <summary>Members of either kind below which no probability is made of scores: its figures would be chance.</summary>
    public const int LeastToCalibrate = 10;

    private const int Folds = 5;
    private const int Bins = Probabilities.CalibrationBins;
    private static readonly decimal[] _shares = [.. Enumerable.Range(1, 100).Select(half => half * 0.005m)];

    private readonly IReadOnlyList<EvaluatedMembers> _days;
    private readonly int[][] _members;
    private readonly int _draws;
    private readonly ulong _seed;
    private readonly bool _calibrates;

    /// <summary>Takes in the days.</summary>
    /// <param name="days">At least one; all with the same rankings.</param>
    /// <param name="draws">Draws of each interval, from 1.</param>
    /// <param name="seed">Decides the draws and folds.</param>
    public RankingEvaluation(IReadOnlyList<EvaluatedMembers> days, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(days);
        _days = days;
        _draws = draws;
        _seed = seed;
        var numbers = new Dictionary<int, int>();
        _members = [.. days.Select(day => day.Members.Select(member => Number(numbers, member)).ToArray())];
        var positives = days.SelectMany(day => day.Members.Where((_, row) => day.Positive[row])).Distinct().Count();
        _calibrates = Math.Min(positives, numbers.Count - positives) >= LeastToCalibrate;
    }

    /// <summary>Measures every ranking, and how far the rankings are apart.</summary>
    /// <param name="cancellationToken">Ends it early, with an exception.</param>
    public RankingAccuracies Measure(CancellationToken cancellationToken)
    {
        var rankings = _days[0].Scores.Count;
        var columns = Enumerable.Range(0, rankings).SelectMany(Columns).ToArray();
        var panel = new Panel([.. _days.Select((day, d) => new PanelDay(
            _members[d], day.Positive, [.. columns.Select(column => column.ByDay[d])]))]);
        var asked = columns.SelectMany((column, at) => EvaluationFigure.All.Where(figure => figure.Kind == column.Kind)
            .Select(figure => (column.Ranking, figure.Id, Figure: new PanelFigure(at, figure.Of)))).ToArray();
        var measured = PanelFigures.Measure(panel, [.. asked.Select(ask => ask.Figure)], _seed, _draws, cancellationToken: cancellationToken);
        var places = asked.Select((ask, place) => (ask.Ranking, ask.Id, Place: place)).ToLookup(ask => ask.Ranking, ask => (ask.Id, ask.Place));
        return new(measured, places,
        [
            .. Enumerable.Range(0, rankings).Select(r => new RankingAccuracy(
                places[r].ToDictionary(ask => ask.Id, ask => measured.Of(ask.Place)),
                Curve(panel, columns, r, ScoreKind.Calibrated, cancellationToken),
                Curve(panel, columns, r, ScoreKind.Said, cancellationToken),
                Gains(r))),
        ]);
    }

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

    private IReadOnlyList<ReliabilityPoint> Curve(
        Panel panel, Column[] columns, int ranking, ScoreKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Array.Find(columns, column => column.Ranking == ranking && column.Kind == kind) is { } found
            ? PanelReliability.Curve(panel, found.ByDay, Bins, _seed, _draws)
            : [];
    }

    private Gain[] Gains(int ranking)
    {
        var outcomes = _days.Select(day => new ScoredOutcomes([.. day.Scores[ranking].Select(score => score.Rank)], day.Positive)).ToArray();
        return [.. _shares.Select(share => new Gain((double)share, outcomes.Average(day => Ranking.RecallAt(day, share))))];
    }

    private static int Number(Dictionary<int, int> numbers, int member)
    {
        if (!numbers.TryGetValue(member, out var number)) numbers.Add(member, number = numbers.Count);
        return number;
    }

    /// <summary>A column of scores of one ranking, day by day.</summary>
    private sealed record Column(int Ranking, ScoreKind Kind, double[][] ByDay);
}
