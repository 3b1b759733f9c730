namespace SocialLeads.Scoring.Trials;

/// <summary>How alike two orders of the same members are: 1 the same, 0 unrelated, -1 the reverse.</summary>
public static class RankCorrelation
{
    /// <summary>
    /// Kendall's tau-b: of all pairs of members those that stand the same way round less those that stand the other way round, divided
    /// by the geometric mean of the pairs that are not tied in the one and in the other (M. G. Kendall, "The treatment of ties in
    /// ranking problems", Biometrika 33, 1945). Counted in n log n by sorting (W. R. Knight, "A computer method for
    /// calculating Kendall's tau with ungrouped data", Journal of the American Statistical Association 61, 1966).
    /// </summary>
    /// <param name="x">One value for each member.</param>
    /// <param name="y">As many.</param>
    /// <returns>From -1 to 1; null when all values of x or of y are equal, which orders nobody.</returns>
    public static double? KendallTauB(ReadOnlySpan<long> x, ReadOnlySpan<long> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        var pairs = new (long X, long Y)[x.Length];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (x[i], y[i]);
        Array.Sort(pairs);
        var all = PairsOf(pairs.Length);
        var tiedX = TiedPairs(pairs, static (a, b) => a.X == b.X);
        var tiedBoth = TiedPairs(pairs, static (a, b) => a == b);
        var sorted = Array.ConvertAll(pairs, static pair => pair.Y);
        // In the order of x, and of y where x is tied: each exchange that sorts y is a pair the other way round.
        var discordant = Exchanges(sorted);
        var tiedY = TiedPairs(sorted, static (a, b) => a == b);
        if (tiedX == all || tiedY == all) return null;
        var concordantLess = all - tiedX - tiedY + tiedBoth - 2 * discordant;
        return Correlation(concordantLess, all - tiedX, all - tiedY);
    }

    /// <summary>
    /// Spearman's rho: the product-moment correlation of the ranks, where equal values share the mean of their ranks
    /// (C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15, 1904).
    /// </summary>
    /// <param name="x">One value for each member.</param>
    /// <param name="y">As many.</param>
    /// <returns>From -1 to 1; null when all values of x or of y are equal.</returns>
    public static double? Spearman(ReadOnlySpan<long> x, ReadOnlySpan<long> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        var (ranksX, ranksY) = (DoubledMeanRanks(x), DoubledMeanRanks(y));
        Int128 xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < ranksX.Length; i++)
        {
            // Twice the mean of all ranks is n + 1; what is left is a whole number, and the sums are exact.
            long left = ranksX[i] - (ranksX.Length + 1), right = ranksY[i] - (ranksY.Length + 1);
            xy += (Int128)left * right;
            xx += (Int128)left * left;
            yy += (Int128)right * right;
        }

        return xx == 0 || yy == 0 ? null : Correlation((double)xy, (double)xx, (double)yy);
    }

    /// <summary>What is common by the geometric mean of both; roots are rounded, which must neither take it from 1 nor beyond.</summary>
    private static double Correlation(double common, double ofX, double ofY) =>
        Math.Clamp(ofX.Equals(ofY) ? common / ofX : common / Math.Sqrt(ofX) / Math.Sqrt(ofY), -1, 1);

    private static long PairsOf(long count) => count * (count - 1) / 2;

    private static long TiedPairs<T>(T[] sorted, Func<T, T, bool> same)
    {
        long tied = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && same(sorted[start], sorted[end]); end++)
            {
                // Extends the run of equal ones.
            }

            tied += PairsOf(end - start);
        }

        return tied;
    }

    /// <summary>Sorts by merging, and counts the exchanges of neighbours that it stands for.</summary>
    private static long Exchanges(long[] values)
    {
        long exchanges = 0;
        var merged = new long[values.Length];
        for (long width = 1; width < values.Length; width *= 2)
        {
            for (long start = 0; start < values.Length; start += 2 * width)
                exchanges += Merge(values, merged, (int)start, (int)Math.Min(start + width, values.Length), (int)Math.Min(start + 2 * width, values.Length));
            Array.Copy(merged, values, values.Length);
        }

        return exchanges;
    }

    private static long Merge(long[] values, long[] merged, int left, int middle, int end)
    {
        long exchanges = 0;
        var right = middle;
        var first = left;
        for (var at = left; at < end; at++)
        {
            if (first < middle && (right == end || values[first] <= values[right]))
            {
                merged[at] = values[first++];
                continue;
            }

            exchanges += middle - first;
            merged[at] = values[right++];
        }

        return exchanges;
    }

    private static long[] DoubledMeanRanks(ReadOnlySpan<long> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new long[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            // The mean of the ranks start + 1 to end, twice.
            for (var at = start; at < end; at++) ranks[order[at]] = start + 1 + end;
        }

        return ranks;
    }
}
