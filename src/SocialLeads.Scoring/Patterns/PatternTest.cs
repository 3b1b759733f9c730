namespace SocialLeads.Scoring.Patterns;

/// <summary>
/// Judges the last weeks of a member against the weeks before, by the tail of <see cref="GammaPoisson"/>. Real use comes in bursts,
/// so that counts vary more than at a steady rate; the variance of the past weeks over their mean (the index of dispersion, 1 for
/// a steady rate) tells how much, and counts are divided by it where it is above 1, as quasi-likelihood does (McCullagh and
/// Nelder, Generalized Linear Models, 6.2.3).
/// </summary>
internal static class PatternTest
{
    /// <summary>The most nines that are told: beyond, no model of behaviour holds.</summary>
    private const double MaxNines = 15;

    /// <summary>How many nines beyond the rule's threshold the last weeks are more, or less, than usual; 0 to 15.</summary>
    /// <param name="weeks">Counts by week, the latest first.</param>
    /// <param name="weeksThere">How many whole weeks before the judged ones the member has been there, 0 or more.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="fromNothing">Whether there must have been nothing before: an onset.</param>
    public static double Nines(ReadOnlySpan<long> weeks, int weeksThere, in PatternRule rule, bool fromNothing)
    {
        var baselineWeeks = Math.Min(weeksThere, rule.BaselineWeeks);
        if (baselineWeeks < PatternRule.LeastBaselineWeeks) return 0;
        var recent = Sum(weeks[..rule.RecentWeeks]);
        var baseline = weeks.Slice(rule.RecentWeeks, baselineWeeks);
        var past = Sum(baseline);
        if (fromNothing && past > 0) return 0;
        var dispersion = Math.Max(Dispersion(baseline, past), (double)Math.Max(recent, past) / GammaPoisson.MaxCount);
        var nines = rule.Direction switch
        {
            ChangeDirection.Up => Up(past, baselineWeeks, recent, rule.RecentWeeks, dispersion),
            ChangeDirection.Down => Down(past, baselineWeeks, recent, rule.RecentWeeks, dispersion),
            _ => Either(past, baselineWeeks, recent, rule.RecentWeeks, dispersion),
        };
        return Math.Clamp(nines - rule.BeyondThousandths / 1000.0, 0, MaxNines);
    }

    /// <summary>The variance of counts over their mean, at least 1.</summary>
    private static double Dispersion(ReadOnlySpan<long> counts, long sum)
    {
        if (sum == 0) return 1;
        Int128 squares = 0;
        foreach (var count in counts) squares += (Int128)count * count;
        // (n sum(x^2) - sum(x)^2) / (n (n - 1)) over sum(x) / n.
        var variance = counts.Length * squares - (Int128)sum * sum;
        return Math.Max(1, (double)variance / ((double)(counts.Length - 1) * sum));
    }

    // Counts are made whole on the side of chance.
    private static double Up(long past, int pastWeeks, long recent, int weeks, double dispersion) =>
        GammaPoisson.Nines(past / dispersion, pastWeeks, (long)Math.Floor(recent / dispersion), weeks, +1);

    private static double Down(long past, int pastWeeks, long recent, int weeks, double dispersion) =>
        GammaPoisson.Nines(past / dispersion, pastWeeks, (long)Math.Ceiling(recent / dispersion), weeks, -1);

    private static double Either(long past, int pastWeeks, long recent, int weeks, double dispersion)
    {
        const double Log10Of2 = 0.301029995663981195213738894724;
        var nines = Math.Max(Up(past, pastWeeks, recent, weeks, dispersion), Down(past, pastWeeks, recent, weeks, dispersion));
        return nines - Log10Of2;
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts) sum += count;
        return sum;
    }
}
