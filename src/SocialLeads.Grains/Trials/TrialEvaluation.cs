using SocialLeads.Scoring.Evaluation;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Trials;

/// <summary>Holds what a trial's two models say on each day against the outcomes that came after it.</summary>
internal sealed class TrialEvaluation(TrialPlan plan)
{
    /// <summary>Members by days that are held: some hundred megabytes with what is made of them.</summary>
    public const int MostRows = 2_000_000;

    /// <summary>Members by days by draws: about a minute of one core.</summary>
    private const long MostDrawn = 200_000_000;
    private const int LeastDraws = 100;
    private const int MostDraws = 500;

    /// <summary>Figures of a trial that is run again are the same.</summary>
    private const ulong Seed = 0;

    private readonly ScoreCurve _draft = CurveOf(plan.Draft);
    private readonly ScoreCurve _against = CurveOf(plan.Against);
    private readonly List<AccuracyDay> _days = [];
    private readonly List<EvaluatedMembers> _evaluated = [];
    private int _rows;
    private int _found;

    /// <summary>Takes in a day.</summary>
    public void Add(int day, IReadOnlyList<PartitionPoints> scored)
    {
        var (members, positive) = (new List<int>(), new List<bool>());
        var (draft, against) = (new List<RankedScore>(), new List<RankedScore>());
        var (notSeen, leftOut, found) = (0, 0, 0);
        var room = MostRows - _rows;
        for (var at = 0; at < scored.Count; at++)
        {
            var points = scored[at];
            notSeen += points.FoundUnseen.Count(first => IsAhead(day, first));
            found += points.FoundUnseen.Count + points.FirstFound.Count(first => first != PartitionPoints.Never);
            for (var i = 0; i < points.Indices.Count; i++)
            {
                if (points.FirstFound[i] <= day)
                {
                    leftOut++;
                    continue;
                }

                positive.Add(IsAhead(day, points.FirstFound[i]));
                if (positive.Count > room) continue;
                // Of all days the same: a partition that starts again in between ends the trial.
                members.Add(points.Indices[i] * scored.Count + at);
                draft.Add(RankedBy(_draft, points.Draft[i]));
                against.Add(RankedBy(_against, points.Against[i]));
            }
        }

        _found = Math.Max(_found, found);
        var positives = positive.Count(outcome => outcome);
        var gap = day + plan.Within > plan.Today ? AccuracyGap.NotOver
            : positives == 0 ? AccuracyGap.NobodyFound
            : positives == positive.Count ? AccuracyGap.EverybodyFound
            : positive.Count > room ? AccuracyGap.TooManyMembers
            : AccuracyGap.None;
        _days.Add(new AccuracyDay(day, positive.Count, positives, leftOut, notSeen, gap));
        if (gap != AccuracyGap.None) return;
        _rows += positive.Count;
        _evaluated.Add(new EvaluatedMembers(members, positive, [draft, against]));
    }

    /// <summary>Measures; takes up to a minute or two of one core.</summary>
    public TrialAccuracy Measure(CancellationToken cancellationToken)
    {
        if (_evaluated.Count == 0) return new TrialAccuracy(plan.Within, _found, _days, null);
        var draws = (int)Math.Clamp(MostDrawn / _rows, LeastDraws, MostDraws);
        var measured = new RankingEvaluation(_evaluated, draws, Seed).Measure(cancellationToken);
        return new TrialAccuracy(
            plan.Within, _found, _days, new MeasuredAccuracy(draws, measured.Rankings[0], measured.Rankings[1], measured.Difference(0, 1)));
    }

    private bool IsAhead(int day, int first) => first > day && first - day <= plan.Within;

    private static RankedScore RankedBy(ScoreCurve curve, long thousandths)
    {
        var probability = curve.Score(Points.FromThousandths(thousandths)) / 100;
        return new RankedScore(thousandths, Logistic.Logit(probability), probability);
    }

    private static ScoreCurve CurveOf(string document) =>
        (ModelDocument.Parse(document).Model ?? throw new ArgumentException("The document is not valid.", nameof(document))).Curve;
}
