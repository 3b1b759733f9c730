namespace SocialLeads.Scoring.Accuracy;

/// <summary>
/// Figures of a panel, each the mean over its days, and how far they and their differences would vary with other members. The
/// interval is that of the stratified bootstrap with percentiles, where whole members are drawn (Davison and Hinkley 1997, 3.8).
/// All figures are taken of the same draws, so that what two rankings have in common does not widen their difference.
/// </summary>
public sealed class PanelFigures
{
    private readonly double[] _values;
    private readonly double[][] _draws;
    private readonly double _level;

    private PanelFigures(double[] values, double[][] draws, double level)
    {
        _values = values;
        _draws = draws;
        _level = level;
    }

    /// <summary>Measures. A day of a draw on which all outcomes are the same is left out of that draw's mean.</summary>
    /// <param name="panel">The days.</param>
    /// <param name="figures">What to measure of which column.</param>
    /// <param name="seed">The same seed and panel give the same figures, on every machine.</param>
    /// <param name="draws">How many draws, from 1.</param>
    /// <param name="level">The fraction of draws within an interval, above 0 and below 1.</param>
    /// <param name="cancellationToken">Ends it early, with an exception.</param>
    public static PanelFigures Measure(
        Panel panel, IReadOnlyList<PanelFigure> figures, ulong seed, int draws = 1000, double level = 0.95,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Not above 0 and below 1.");
        if (figures.Any(figure => figure.Column < 0 || figure.Column >= panel.ColumnsEnd))
            throw new ArgumentException("A figure is of a column that is not there.", nameof(figures));
        var each = new int[panel.MembersEnd];
        Array.Fill(each, 1);
        var values = Means(panel, figures, each)!;
        var drawn = new List<double[]>(draws);
        var members = new MemberDraws(panel, seed);
        for (var draw = 0; draw < draws; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Means(panel, figures, members.Next()) is { } means) drawn.Add(means);
        }
        return new(values, drawn.Count > 0 ? [.. drawn] : [values], level);
    }

    /// <summary>A figure, by its place among those asked for.</summary>
    public Estimate Of(int figure) => new(_values[figure], Spread(draw => draw[figure]));

    /// <summary>By how much one figure is above another.</summary>
    public Estimate Difference(int figure, int other) =>
        new(_values[figure] - _values[other], Spread(draw => draw[figure] - draw[other]));

    private Interval Spread(Func<double[], double> of) => Interval.OfDraws([.. _draws.Select(of)], _level);

    /// <summary>The mean of each figure over the days; null when no day has outcomes of either kind.</summary>
    private static double[]? Means(Panel panel, IReadOnlyList<PanelFigure> figures, int[] counts)
    {
        var sums = new double[figures.Count];
        var days = 0;
        foreach (var day in panel.Days.Where(day => day.HasBothKinds(counts)))
        {
            days++;
            var outcomes = new ScoredOutcomes?[panel.ColumnsEnd];
            for (var i = 0; i < sums.Length; i++)
            {
                var column = figures[i].Column;
                sums[i] += figures[i].Of(outcomes[column] ??= day.Outcomes(column, counts));
            }
        }
        return days == 0 ? null : [.. sums.Select(sum => sum / days)];
    }
}
