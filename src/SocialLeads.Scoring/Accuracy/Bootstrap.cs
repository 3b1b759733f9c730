namespace SocialLeads.Scoring.Accuracy;

/// <summary>Intervals by the stratified bootstrap with percentiles (Efron and Tibshirani 1993, 13.3).</summary>
public static class Bootstrap
{
    /// <summary>
    /// How far figures would vary with another sample of rows: rows are drawn again and again with replacement, as many
    /// positive ones and others as there are, and all figures are taken of the same draws.
    /// </summary>
    /// <param name="scores">Finite scores.</param>
    /// <param name="positive">The outcome of each.</param>
    /// <param name="figures">What to measure.</param>
    /// <param name="seed">The same seed and rows give the same intervals.</param>
    /// <param name="draws">How many draws, from 1.</param>
    /// <param name="level">The fraction of draws within an interval, above 0 and below 1.</param>
    /// <returns>An interval for each figure, in their order.</returns>
    public static IReadOnlyList<Interval> Intervals(
        IReadOnlyList<double> scores, IReadOnlyList<bool> positive, IReadOnlyList<Func<ScoredOutcomes, double>> figures,
        ulong seed, int draws = 1000, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Not above 0 and below 1.");
        var distinct = DistinctScores.Of(scores, positive);
        var (positives, others) = (distinct.At(true), distinct.At(false));
        var random = new SeededRandom(seed);
        var values = figures.Select(_ => new double[draws]).ToArray();
        for (var draw = 0; draw < draws; draw++)
        {
            var drawn = new ScoredOutcomes(
                distinct.Scores,
                Draw(positives, distinct.Scores.Length, ref random),
                Draw(others, distinct.Scores.Length, ref random));
            for (var i = 0; i < figures.Count; i++) values[i][draw] = figures[i](drawn);
        }
        return [.. values.Select(drawn => Interval.OfDraws(drawn, level))];
    }

    private static int[] Draw(int[] from, int scores, ref SeededRandom random)
    {
        var counts = new int[scores];
        for (var i = 0; i < from.Length; i++) counts[from[random.Next(from.Length)]]++;
        return counts;
    }
}
