namespace SocialLeads.Scoring.Accuracy;

/// <summary>The reliability curve over all days of a panel together, with intervals.</summary>
public static class PanelReliability
{
    /// <summary>
    /// The curve over bins as <see cref="Probabilities.Reliability"/> makes them. The bins stay as they are while members are drawn.
    /// </summary>
    /// <param name="panel">The days.</param>
    /// <param name="probabilities">The probabilities of each day's members in the order of the day, 0 to 1.</param>
    /// <param name="bins">How many bins at most, from 1.</param>
    /// <param name="seed">The same seed and panel give the same intervals.</param>
    /// <param name="draws">How many draws, from 1.</param>
    /// <param name="level">The fraction of draws within an interval, above 0 and below 1.</param>
    public static IReadOnlyList<ReliabilityPoint> Curve(
        Panel panel, IReadOnlyList<IReadOnlyList<double>> probabilities, int bins, ulong seed, int draws = 1000, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(probabilities);
        var all = probabilities.SelectMany(day => day).ToArray();
        var positive = panel.Days.SelectMany(day => day.Positive).ToArray();
        var members = panel.Days.SelectMany(day => day.Members).ToArray();
        var curve = Probabilities.Reliability(new ScoredOutcomes(all, positive), bins);
        var binOf = BinOfRows(all, curve);
        var values = curve.Select(_ => new List<double>(draws)).ToArray();
        var drawn = new MemberDraws(panel, seed);
        for (var draw = 0; draw < draws; draw++)
        {
            var counts = drawn.Next();
            var (rows, positives) = (new int[curve.Count], new int[curve.Count]);
            for (var row = 0; row < all.Length; row++)
            {
                rows[binOf[row]] += counts[members[row]];
                if (positive[row]) positives[binOf[row]] += counts[members[row]];
            }
            for (var bin = 0; bin < rows.Length; bin++)
            {
                if (rows[bin] > 0) values[bin].Add((double)positives[bin] / rows[bin]);
            }
        }
        return [.. curve.Select((bin, i) => new ReliabilityPoint(bin.MeanProbability, Estimated(bin, values[i], level), bin.Rows))];
    }

    private static Estimate Estimated(ReliabilityBin bin, List<double> draws, double level) => new(
        bin.PositiveFraction,
        draws.Count > 0 ? Interval.OfDraws([.. draws], level) : new(bin.PositiveFraction, bin.PositiveFraction));

    /// <summary>Bins hold rows in the order of their probabilities, and equal ones together.</summary>
    private static int[] BinOfRows(double[] probabilities, IReadOnlyList<ReliabilityBin> curve)
    {
        var order = Enumerable.Range(0, probabilities.Length).OrderBy(row => probabilities[row]).ToArray();
        var result = new int[probabilities.Length];
        var at = 0;
        for (var bin = 0; bin < curve.Count; bin++)
        {
            for (var i = 0; i < curve[bin].Rows; i++) result[order[at++]] = bin;
        }
        return result;
    }
}
