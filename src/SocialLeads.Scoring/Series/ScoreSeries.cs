using System.Collections.Immutable;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Stages;

namespace SocialLeads.Scoring.Series;

/// <summary>A member's score day by day, late activities included.</summary>
/// <param name="Days">Every day asked for, in order.</param>
/// <param name="Trend">Where the points are going as of the last day.</param>
public sealed record ScoreSeries(ImmutableArray<DayScore> Days, Trend Trend)
{
    /// <summary>The most days that can be asked for at once.</summary>
    public const int MostDays = 4000;

    /// <summary>
    /// Scores a member as of each of some days: one pass over the features for each day, and for those before that stages and trend
    /// need. A day's stage does not depend on which other days are asked for.
    /// </summary>
    /// <param name="scorer">The model.</param>
    /// <param name="features">Packed features.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, not before the first; at most <see cref="MostDays"/> days together.</param>
    /// <param name="inputs">What the features do not tell, by day; without it points are the member's own.</param>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public static ScoreSeries Of(
        Scorer scorer, ReadOnlySpan<byte> features, int from, int to, Func<int, ScoreInputs>? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to - from, MostDays - 1);
        var ladder = scorer.Model.Ladder;
        var start = StartOf(scorer.Model, from, to);
        var points = new Points?[to - start + 1];
        for (var day = start; day <= to; day++)
        {
            if (scorer.TryPoints(features, day, out var reached, inputs?.Invoke(day) ?? default)) points[day - start] = reached;
        }
        var days = ImmutableArray.CreateBuilder<DayScore>(to - from + 1);
        for (var day = from; day <= to; day++)
        {
            var (place, reached) = (day - start, points[day - start]);
            double? score = reached is { } p ? scorer.Model.Curve.Score(p) : null;
            days.Add(new(day, reached, score, ladder.IdAt(ladder.Replay(points.AsSpan(0, place + 1)))));
        }
        return new(days.MoveToImmutable(), TrendTest.Of(Weekly(points), scorer.Model.Curve.Half));
    }

    /// <summary>The first day that is scored for a series: before what is asked for, stages and the trend look back.</summary>
    public static int StartOf(ScoringModel model, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(model);
        var before = model.Ladder.Stages.IsEmpty ? 0 : StageLadder.ReplayedDays;
        const int TrendDays = (TrendTest.MostWeeks - 1) * TrendTest.DaysBetween;
        return Math.Max(0, Math.Min(from - before, to - TrendDays));
    }

    /// <summary>The points of every seventh day back from the last, the oldest first.</summary>
    private static Points[] Weekly(Points?[] points)
    {
        var weekly = new List<Points>();
        for (var place = points.Length - 1; place >= 0 && weekly.Count < TrendTest.MostWeeks; place -= TrendTest.DaysBetween)
        {
            if (points[place] is { } reached) weekly.Add(reached);
        }
        weekly.Reverse();
        return [.. weekly];
    }
}
